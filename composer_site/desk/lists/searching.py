"""Search in the lists of staff finds any script, whatever its case and accents.

SQLite knows the case of ASCII letters only, PostgreSQL those of its locale. So a word becomes a
pattern that names every spelling of each of its letters, and both databases answer alike.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import Any

from django.contrib.admin.utils import get_fields_from_path, get_model_from_relation
from django.db import models
from django.db.models import Func, Q, QuerySet, TextField
from django.db.models.lookups import Regex
from django.utils.text import smart_split, unescape_string_literal

from composer_site.values.languages import LANGUAGES
from composer_site.values.search_tokens import folded

# Greek, Latin and Cyrillic with all their accents, and the wide forms of Chinese keyboards.
SPELT = (*range(0x21, 0x2000), *range(0xFF01, 0xFF5F))
ALIKE = ("'’ʼ‘`", '"“”„«»', "-‐‑–—")
MARKS = "[\u0300-\u036f]*"
LONGEST, MOST_WORDS = 300, 20
FEW = 1000


def in_all(*names: str, of: str = "") -> list[str]:
    """The columns of translatable texts, of the row itself or of what the path `of` leads to."""
    path = f"{of}__" if of else ""
    return [f"{path}{name}_{language.suffix}" for name in names for language in LANGUAGES.values()]


def search(rows: QuerySet[Any], fields: Iterable[str], text: str) -> QuerySet[Any]:
    """Rows in which each word of `text` stands in one of the fields, theirs or of what they name.

    A list counts, dates and orders its rows in queries of their own: a few are looked for once.
    Nothing is found by a text so long that nobody has typed it.
    """
    if len(text) > LONGEST:
        return rows.none()
    found = rows
    for word in words(text):
        found = found.filter(holding(rows.model, fields, pattern(word)))
    return found if found is rows else asked_once(rows, found)


def asked_once(rows: QuerySet[Any], found: QuerySet[Any]) -> QuerySet[Any]:
    keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
    return found if len(keys) > FEW else rows.filter(pk__in=keys)


def words(text: str) -> list[str]:
    found = [part for part in smart_split(text.replace("\x00", "")) if part]
    return [
        unescape_string_literal(part) if part[0] in "\"'" and part[0] == part[-1] else part
        for part in found[:MOST_WORDS]
    ]


def holding(model: type[models.Model], fields: Iterable[str], sought: str) -> Q:
    """Texts of one row are read as one: a function call of SQLite costs more than its text."""
    by_path = defaultdict(list)
    for field in fields:
        path, _, name = field.rpartition("__")
        by_path[path].append(name)
    own = by_path.pop("", None)
    named = (naming(model, path, names, sought) for path, names in by_path.items())
    return reduce(or_, [*named, *([Q(Regex(Texts(*own), sought))] if own else [])])


def naming(model: type[models.Model], path: str, names: list[str], sought: str) -> Q:
    """Rows by what they name, asked from its side and once: no join, and no row twice."""
    other = get_model_from_relation(get_fields_from_path(model, path)[-1])
    found = other._default_manager.filter(Regex(Texts(*names), sought)).order_by()
    rows = model._default_manager.filter(**{f"{path}__in": found.values("pk")}).order_by()
    return Q(pk__in=rows.values("pk"))


class Texts(Func):
    """Columns that are never NULL, as one text. `Concat` would nest too deep for SQLite's parser."""

    template = "(%(expressions)s)"
    arg_joiner = " || '\n' || "
    output_field = TextField()


def pattern(word: str) -> str:
    return "".join(map(one_letter, folded(word)))


def one_letter(letter: str) -> str:
    spelt = spellings().get(letter, letter)
    if not letter.isalpha() or len(spelt) == 1:
        return f"[{re.escape(spelt)}]"
    whole = f"[{spelt}]{MARKS}"
    base, mark = decomposed(letter)
    return f"(?:{whole}|{one_letter(base)}{mark})" if mark else whole


def decomposed(letter: str) -> tuple[str, str]:
    """й as и and its breve: so it comes from some PDFs, and from a Mac."""
    parts = unicodedata.normalize("NFD", letter)
    return parts[0], parts[1:]


@cache
def spellings() -> dict[str, str]:
    """{letter as it is sought: every character that is read as that letter}"""
    found: dict[str, str] = defaultdict(str)
    for character in map(chr, SPELT):
        found[folded(character)] += character
    return dict(found) | {sign: alike for alike in ALIKE for sign in alike}
