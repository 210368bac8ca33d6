"""The messages of sources and catalogues, read with Babel: no gettext is needed on the machine."""

import ast
import re
from functools import cache
from io import BytesIO, StringIO

from babel.messages import pofile
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in LAZY}
KEYWORDS |= {"gettext_noop": None}
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{\w*\}")


def catalog(text):
    return pofile.read_po(StringIO(text), abort_invalid=True)


def read(text):
    """{(context, msgid or (msgid, plural)): message} of a catalogue."""
    return {key(message): message for message in catalog(text) if message.id}


def header(text):
    (line,) = re.findall(r'^msgid ""\nmsgstr ""\n((?:".*"\n)+)', text, re.MULTILINE)
    whole = "".join(ast.literal_eval(part) for part in line.splitlines())
    return dict(row.split(": ", 1) for row in whole.splitlines())


def key(message):
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def forms(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


def in_sources(folders):
    """The keys of every message in the Python files and templates under `folders`."""
    return {key for folder in folders for path in folder.rglob("*.*") for key in in_file(path)}


@cache
def in_file(path):
    if path.suffix == ".py":
        return in_python(path.read_text(encoding="utf-8"))
    if path.suffix in (".html", ".txt") and "templates" in path.parts:
        return in_template(path.read_text(encoding="utf-8"))
    return set()


def in_python(text):
    rows = extract("python", BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"})
    return {(context, message) for _line, message, _comments, context in rows if message}


def in_template(text):
    """Django turns a template into what looks like Python; indentation would mean something there."""
    code = templatize(text)
    return in_python("\n".join(line.lstrip() for line in code.splitlines()))


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def mistakes(message):
    """What is wrong with the translation of one message, in words."""
    texts = forms(message)
    ids = [message.id] if isinstance(message.id, str) else message.id
    allowed = [placeholders(one) for one in ids]
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts):
        yield "empty"
    elif any(placeholders(text) not in allowed for text in texts):
        yield "other placeholders"
