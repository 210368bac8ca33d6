"""What reads the texts that people send is linear: the one place where time is asserted.

`make test` runs it after the suite, in a process of its own. Time is the processor's, so that other
work on the machine is not counted.
"""

import time
from contextlib import suppress
from math import inf
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import translation
from test_architecture import SOURCES, imports

from composer_site.desk import field_words
from composer_site.desk import ordered_parts as ordering
from composer_site.desk import text_diff as marks
from composer_site.desk.checks import names
from composer_site.desk.forms import autocomplete_widgets as choosing
from composer_site.desk.forms import indents, quick_renderer
from composer_site.desk.lists import change_list as lists
from composer_site.desk.lists import searching
from composer_site.desk.tables import columns
from composer_site.library import pdfs
from composer_site.publishing import documents
from composer_site.publishing.source_texts import fingerprint
from composer_site.publishing.translations import comparable
from composer_site.staff import passwords, throttle
from composer_site.values import (
    folding,
    identifiers,
    markup,
    normal_forms,
    richtext,
    sorting,
    spreadsheets,
)
from composer_site.values.dates import dates_in_text, validate_edtf
from composer_site.values.languages import LANGUAGES
from composer_site.values.search_tokens import tokens
from composer_site.visitors.templatetags import texts
from films.models import Film
from press import documents as of_press
from press.filters import Filter

SMALL, GROWTH, MAX_GROWTH = 5_000, 8, 16
# Below this many seconds the clock decides; what stays below it eightfold is quick at any rate.
NOISE = 0.001

SHAPES = [
    "<b a",
    "&",
    "&amp;",
    "<blockquote><ul><li>",
    "<em></p>",
    "<table>x",
    '<a href="',
    "<!--",
    "<p>[quote 1]</p>",
    "[quote ",
    "[[",
    " ",
    "\"a' ",
    "a\n\n",
    "1",
    "17 мая, 1, 2 May ",
    "5月17日至",
    "\u0315\u0300",
    "\n1 0 obj <</ObjStm ",
]

READERS = {
    "clean_html": richtext.clean_html,
    "plain_text": richtext.plain_text,
    "readable": field_words.readable,
    "clean_text": markup.clean_text,
    "normalised": lambda text: normal_forms.normalised("NFKC", text),
    "is_allowed_link": lambda text: richtext.is_allowed_link(f"https://{text}"),
    "paragraphs": richtext.paragraphs,
    "paragraphs of a page": lambda text: texts.paragraphs({"text": text, "lang": "en"}),
    "places of quotes": of_press.QUOTE_PLACE.split,
    "comparable": comparable,
    "fingerprint": fingerprint,
    "printable": documents.printable,
    "folded": folding.folded,
    "tokens": tokens,
    "sort_key": lambda text: sorting.sort_key(text, "kk"),
    "marked": lambda text: marks.marked(text, f"{text[:-9]} other"),
    "marked as new": lambda text: marks.marked("", text),
    "a rejected name": lambda text: names.as_a_word("Син").search(names._even(text)),
    "edtf": validate_edtf,
    "cell": lambda text: columns.normal(spreadsheets.plain(spreadsheets.safe(text))),
    "csv": lambda text: spreadsheets.read(text.encode()),
    "csv in quotes": lambda text: spreadsheets.read(f'"{text}'.encode()),
    "pdf": lambda text: pdfs.check(b"%PDF-1.7\n" + text.encode() + b"\n%%EOF"),
    "keys_in": lambda text: ordering.keys_in(text.encode()),
    "move_in": lambda text: ordering.move_in(text.encode()),
    "is_key": choosing.is_key,
    "unindented": lambda text: indents.unindented(text.encode()),
    "is_beyond_any_key": lists.is_beyond_any_key,
    "search": lambda text: searching.search(Film.objects.none(), ["folded"], text),
    "filter": lambda text: Filter("kind", "", [("a", "b")]).asked({"kind": text}),
    "network": throttle.network,
    "names_of": lambda text: passwords.names_of(SimpleNamespace(username=text)),
    "escaped": quick_renderer.escaped,
    "accept_language": lambda text: translation.get_language_from_request(
        SimpleNamespace(COOKIES={}, META={"HTTP_ACCEPT_LANGUAGE": text})
    ),
}
READERS |= {
    f"dates in {code}": lambda text, code=code: dates_in_text.dates_in_text(text, code)
    for code in LANGUAGES
}
READERS |= {
    kind: lambda text, kind=kind: identifiers.normalise(kind, text) for kind in identifiers.SCHEMES
}


def seconds(read, text):
    urlsplit.cache_clear()
    start = time.process_time()
    with suppress(ValueError, ValidationError, Http404):
        read(text)
    return time.process_time() - start


def growth(read, shape):
    """How many times the time eight times the text takes, by the minima of up to five tries."""
    texts = [shape * (size // len(shape)) for size in (SMALL, SMALL * GROWTH)]
    before, after = inf, inf
    for _ in range(5):
        before, after = (
            min(known, seconds(read, text))
            for known, text in zip((before, after), texts, strict=True)
        )
        if after < MAX_GROWTH * max(before, NOISE):
            break
    return after / max(before, NOISE)


@pytest.mark.parametrize("name", READERS)
def test_eight_times_the_text_takes_less_than_sixteen_times_the_time(name):
    grown = {shape: growth(READERS[name], shape) for shape in SHAPES}
    assert {shape: times for shape, times in grown.items() if times >= MAX_GROWTH} == {}


def test_what_is_worse_than_linear_is_seen():
    assert growth(lambda text: [text.count("b") for _ in text[::4]], "a") > MAX_GROWTH


PARSERS = {"csv", "html", "json", "nh3", "re", "unicodedata", "urllib.parse"}
# They read what is ours, or what some field or pattern has bounded: a line, an address, a date.
READ_OURS = {
    "composer_site.demo.fact_sheets.draw",
    "composer_site.demo.fixture_rows",
    "composer_site.demo.illustrations.lettering",
    "composer_site.demo.illustrations.take_lettering",
    "composer_site.desk.forms.edit_conflicts",
    "composer_site.desk.forms.merging",
    "composer_site.desk.log",
    "composer_site.desk.publish.withdrawal",
    "composer_site.library.views",
    "composer_site.operations.archive",
    "composer_site.operations.environment",
    "composer_site.operations.logs",
    "composer_site.publishing.snapshot",
    "composer_site.staff.guide",
    "composer_site.values.codes",
    "composer_site.values.dates.edtf_reading",
    "composer_site.visitors.templatetags.sources",
    "composer_site.visitors.templatetags.json_ld",
    "composer_site.visitors.templatetags.words",
    "films.templatetags.film_words",
    "press.templatetags.press_words",
}


def test_every_module_that_parses_is_measured_or_reads_what_is_ours():
    parse = {name for name, source in SOURCES.items() if imports(source) & PARSERS}
    measured = imports(Path(__file__).read_text()) & SOURCES.keys()
    assert parse - measured == READ_OURS
