"""What the sources say of each topic, as pages show it.

Rows of one topic that say different things make it disputed; rows of two outlets that agree make
it confirmed; all else rests on one source. It is derived, and nobody ticks it.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy

from composer_site.publishing.documents import Document, Reading


class SourceStatus(models.TextChoices):
    CONFIRMED = "confirmed", pgettext_lazy("of a fact", "confirmed")
    ONE_SOURCE = "one-source", pgettext_lazy("of a fact", "one source")
    DISPUTED = "disputed", pgettext_lazy("of a fact", "disputed")


def topics(rows: Iterable[Any], reading: Reading) -> list[Document]:
    """[{"topic", "heading", "standing", "versions"}], in the order of their first rows.

    A version is {"says": text, "date": EDTF, "sources": [{"outlet", "title", "link", …}]}.
    """
    by_topic: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_topic[row.topic].append(row)
    return [_topic(topic, rows, reading) for topic, rows in by_topic.items()]


def _topic(topic: str, rows: list[Any], reading: Reading) -> Document:
    agreeing: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        agreeing[_version_of(row, reading)].append(row)
    return {
        "topic": topic,
        "heading": first_text(rows, "heading", reading),
        "standing": source_status(list(agreeing.values())),
        "versions": [_version(rows, reading) for rows in agreeing.values()],
    }


def _version_of(row: Any, reading: Reading) -> tuple[str, str]:
    said = getattr(row, f"says_{reading.source(row).suffix}")
    return " ".join(said.casefold().split()).strip(" .。"), row.date


def source_status(versions: list[list[Any]]) -> SourceStatus:
    if len(versions) > 1:
        return SourceStatus.DISPUTED
    outlets = {row.outlet.strip().casefold() for row in versions[0]}
    return SourceStatus.CONFIRMED if len(outlets) > 1 else SourceStatus.ONE_SOURCE


def _version(rows: list[Any], reading: Reading) -> Document:
    return {
        "says": first_text(rows, "says", reading),
        "date": rows[0].date,
        "sources": [_source(row) for row in rows],
    }


def _source(row: Any) -> Document:
    names = ("outlet", "title", "link", "printed_on", "language")
    return {"id": str(row.uid), **{name: getattr(row, name) for name in names}}


def first_text(rows: list[Any], name: str, reading: Reading) -> Document | None:
    """In the page's language by whichever row has it, else as it stands in for it."""
    texts = [text for row in rows if (text := reading.text(row, name))]
    own = [text for text in texts if text["lang"] == reading.language.tag]
    return next(iter(own or texts), None)
