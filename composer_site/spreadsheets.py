"""CSV as spreadsheets have it: UTF-8 with a mark, RFC 4180, and no cell taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header

MARK = "\ufeff"
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
