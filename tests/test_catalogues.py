import ast
import gettext
import re
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import messages
import pytest
from babel.messages import mofile
from django.conf import settings

SITE = settings.BASE_DIR
OURS, STAFF = settings.LOCALE_PATHS  # of our sources; what completes and corrects Django's
SOURCES = [SITE / name for name in ("composer_site", "films", "people", "press", "templates")]
CATALOGUES = ["kk", "ru", "zh_Hans"]
DJANGO = [f"django.contrib.{app}" for app in ("admin", "auth", "contenttypes", "sessions")]
DJANGO += ["django.contrib.messages", "django.conf"]
PACKAGES = ["adminsortable2", "django_prose_editor"]
HEADERS = [
    "project-id-version",
    "language",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "plural-forms",
]
BY_MAKEMESSAGES = {"report-msgid-bugs-to", "pot-creation-date"}  # it writes them again each time
# Code and JSON keep their own quotation marks; a tag and an entity are no text.
CODE = re.compile(r"<[^>]*>|&\w+;|\[[^\]]*\]|%\(\w+\)\w|%\w|\{\w*\}|\w+(?:[_=]\w*)+")
WRONG_QUOTES = {
    "kk": re.compile('[“”„‘"]'),
    "ru": re.compile('[“”„‘"]'),
    "zh_Hans": re.compile('[«»„"]'),
}
# Half-width marks and spaces between Chinese characters. `是,否,也许` is a list that Django splits.
HALF_WIDTH = re.compile(r"(?=[^\x00-\xff])\w[,;:!?() ]+(?=[^\x00-\xff])\w")
SPLIT_BY_DJANGO = {"yes,no,maybe"}
# What Kazakh writes in Latin letters as well: names, and words of code that people copy or meet.
LATIN = re.compile(r"[A-Za-z]+")
ACRONYM = re.compile(r"[A-Z]+")
NAMES = {"Django", "Python", "Mac", "Control", "Command", "IMDb", "WebP", "Asia", "Almaty"}
WORDS_OF_CODE = {"True", "False", "None", "ManagementForm", "last", "tt", "nm", "a", "z", "IPv"}
WORDS_OF_CODE |= {"Referer", "Referrer", "Policy", "no", "referrer", "same", "origin", "cookie"}
WORDS_OF_CODE |= {"ss", "uuuuuu", "https", "openstreetmap", "org", "JavaScript", "id", "slug"}
# Topics of claims are addresses, and so in Latin letters.
WORDS_OF_CODE |= {"born", "arrival"}


def path(folder, language, domain="django"):
    return Path(folder) / language / f"LC_MESSAGES/{domain}.po"


def catalogue(*place):
    file = path(*place)
    return messages.read(file.read_text(encoding="utf-8")) if file.exists() else {}


def locale_of(module):
    return Path(find_spec(module).origin).parent / "locale"


@cache
def wanted(domain):
    """The keys of all that staff and visitors read.

    Django's English catalogues hold Django's; the editor's scripts are packed, but its German
    catalogue names what they say.
    """
    keys = {key for module in DJANGO for key in catalogue(locale_of(module), "en", domain)}
    if domain == "djangojs":
        return keys | {*catalogue(locale_of("django_prose_editor"), "de", domain)}
    return keys | messages.in_sources([*SOURCES, *(locale_of(name).parent for name in PACKAGES)])


@cache
def merged(language, domain):
    """As Django merges them: of two translations ours goes first; a fuzzy one is none."""
    folders = [*map(locale_of, [*reversed(DJANGO), *PACKAGES]), STAFF, OURS]
    found = [catalogue(folder, language, domain) for folder in folders]
    return {key: one for each in found for key, one in each.items() if not one.fuzzy}


@cache
def ours(language):
    """{place: message} of everything that this project translates."""
    return {
        (folder.name, domain, *key): message
        for folder in (OURS, STAFF)
        for domain in ("django", "djangojs")
        for key, message in catalogue(folder, language, domain).items()
    }


def texts(language, but=()):
    """What of our translations is text, and neither code nor a placeholder."""
    for message in ours(language).values():
        if message.id not in but:
            yield from (CODE.sub(" X ", text) for text in messages.forms(message))


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("language", CATALOGUES)
def test_every_message_that_anyone_reads_is_translated(language, domain):
    translated = merged(language, domain)
    wrong = {key: [*messages.mistakes(translated[key])] for key in wanted(domain) & {*translated}}
    assert wanted(domain) - {*translated} == set()
    assert {key: said for key, said in wrong.items() if said} == {}


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_holds_the_messages_of_the_sources_and_no_others(language):
    """Not so: `manage.py makemessages --no-obsolete --no-location` takes the new ones in."""
    assert {*catalogue(OURS, language)} == messages.in_sources(SOURCES)


@pytest.mark.parametrize("language", CATALOGUES)
def test_no_translation_of_ours_is_wrong(language):
    wrong = {place: [*messages.mistakes(one)] for place, one in ours(language).items()}
    assert {place: said for place, said in wrong.items() if said} == {}


@pytest.mark.parametrize("folder", [OURS, STAFF])
@pytest.mark.parametrize("language", CATALOGUES)
def test_headers_are_plain_and_nothing_is_obsolete(language, folder):
    text = path(folder, language).read_text(encoding="utf-8")
    header = messages.header(text)
    assert [name.lower() for name in header if name.lower() not in BY_MAKEMESSAGES] == HEADERS
    assert header["Language"] == language
    assert "#~" not in text


@pytest.mark.parametrize("folder", [OURS, STAFF])
@pytest.mark.parametrize("language", CATALOGUES)
def test_numbers_count_as_they_do_in_django(language, folder):
    def plural(folder):
        text = path(folder, language).read_text(encoding="utf-8")
        return messages.header(text)["Plural-Forms"].replace(" ", "").rstrip(";")

    assert plural(folder) == plural(locale_of("django.conf"))


@pytest.mark.parametrize("folder", [OURS, STAFF])
@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_compiles(language, folder):
    file = BytesIO()
    mofile.write_mo(file, messages.catalog(path(folder, language).read_text(encoding="utf-8")))
    compiled = gettext.GNUTranslations(BytesIO(file.getvalue()))
    assert compiled.info()["language"] == language


@pytest.mark.parametrize("language", CATALOGUES)
def test_quotation_marks_are_those_of_the_language(language):
    assert [text for text in texts(language) if WRONG_QUOTES[language].search(text)] == []


def test_chinese_has_full_width_marks_and_no_spaces():
    assert [text for text in texts("zh_Hans", SPLIT_BY_DJANGO) if HALF_WIDTH.search(text)] == []


def latin_words(text):
    words = set(LATIN.findall(text)) - NAMES - WORDS_OF_CODE
    return {word for word in words if not ACRONYM.fullmatch(word)}


def test_kazakh_is_written_in_cyrillic():
    assert [text for text in texts("kk") if latin_words(text)] == []


def python_files():
    return [file for folder in SOURCES for file in folder.rglob("*.py")]


def aliases(tree):
    """`from … import gettext as say` would hide its messages from makemessages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for name in node.names:
                is_message = name.name.removesuffix("_lazy").endswith("gettext")
                if is_message and name.asname not in (None, "_"):
                    yield name.asname


def test_messages_go_by_names_that_are_looked_for():
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in python_files())
    assert [alias for tree in trees for alias in aliases(tree)] == []


def test_our_scripts_take_their_words_from_the_page():
    scripts = [file.read_text(encoding="utf-8") for file in (SITE / "static").rglob("*.js")]
    assert scripts
    assert [script for script in scripts if "gettext" in script] == []


# Each of these guards is seen to fail.

ENTRY = 'msgid "a %(name)s"\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENTRY.format("б %(name)s"), []),
        ("#, fuzzy\n" + ENTRY.format("б %(name)s"), ["fuzzy"]),
        (ENTRY.format(""), ["empty"]),
        (ENTRY.format("б %(nom)s"), ["other placeholders"]),
        ('msgid "a {}"\nmsgstr "б"\n', ["other placeholders"]),
        ('msgid "%d a"\nmsgid_plural "%d b"\nmsgstr[0] "%d"\nmsgstr[1] ""\n', ["empty"]),
    ],
)
def test_what_is_wrong_with_a_message_is_seen(text, said):
    (message,) = messages.read(text).values()
    assert list(messages.mistakes(message)) == said


@pytest.mark.parametrize(
    ("read", "source", "key"),
    [
        (messages.in_python, 'gettext_lazy("a" " b")', (None, "a b")),
        (messages.in_python, 'pgettext_lazy("of c", "a")', ("of c", "a")),
        (messages.in_python, 'ngettext("a", "b", 2)', (None, ("a", "b"))),
        (messages.in_template, '  {% translate "a" context "c" %}', ("c", "a")),
        (
            messages.in_template,
            "{% blocktranslate %}a {{ b }}{% endblocktranslate %}",
            (None, "a %(b)s"),
        ),
        (
            messages.in_template,
            "{% blocktranslate count n=2 %}a{% plural %}b{% endblocktranslate %}",
            (None, ("a", "b")),
        ),
    ],
)
def test_a_message_is_found_in_a_source(read, source, key):
    assert read(source) == {key}


def test_marks_and_letters_of_another_language_are_seen():
    assert WRONG_QUOTES["ru"].search("“так”")
    assert WRONG_QUOTES["zh_Hans"].search("«是»")
    assert HALF_WIDTH.search("是,否")
    assert HALF_WIDTH.search("是 否")
    assert not HALF_WIDTH.search("是，否 UTC")
    assert latin_words("Сақтау Save JSON") == {"Save"}
    assert list(aliases(ast.parse("from django.utils.translation import gettext as say"))) == [
        "say"
    ]
