"""CSV as spreadsheets have it: UTF-8 with a mark, RFC 4180, and no cell taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

MARK = "\ufeff"
MOST_BYTES = 5 * 2**20
MOST_ROWS = 5000
# What begins a formula, behind any number of the apostrophes that keep it from being one.
FORMULA = re.compile("'*[=+\\-@\t\r\n\0＝＋－＠]")


def safe(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text


def plain(text: str) -> str:
    """What `safe` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def written(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([safe(cell) for cell in row] for row in rows)
    return MARK + out.getvalue()


def csv_response(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A file to be kept under that name."""
    response = HttpResponse(written(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = str(content_disposition_header(True, name))
    return response


class Unreadable(ValidationError):
    """The file as a whole is no table that we read: one sentence says why."""


def read(content: bytes) -> list[list[str]]:
    """Its rows, the headings first, as they were before `safe`. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB. Split it into several."))
    rows = _rows(_decoded(content))
    if len(rows) > MOST_ROWS + 1:
        raise Unreadable(_("The file has more than 5,000 rows. Split it into several."))
    return [[plain(cell) for cell in row] for row in rows]


def _rows(text: str) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    try:
        return list(csv.reader(lines, delimiter=_mark_in(text), strict=True))
    except csv.Error as error:
        raise Unreadable(
            _(
                "The file is no CSV that can be read: a quotation mark is left open, or a cell is far too long."
            )
        ) from error


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise Unreadable(_("The file is not in UTF-8. In your spreadsheet choose “CSV UTF-8”."))
    return text


def _mark_in(text: str) -> str:
    """What divides the cells: spreadsheets write a semicolon where a comma divides decimals."""
    headings = text.partition("\n")[0]
    return max(",;\t", key=headings.count)
