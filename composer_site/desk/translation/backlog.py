"""How far each language is, and what waits in it.

An entry is one row with texts: a page's own, or one of its parts, or a picture.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    TextChoices,
    Value,
)
from django.utils.translation import gettext_lazy as _

from composer_site.desk.lists.standing import of_it_or_its_parts
from composer_site.desk.translation.kinds import Kind
from composer_site.publishing.working_copy import Part
from composer_site.values.languages import LANGUAGES, Language


class Work(TextChoices):
    ALL = "all", _("missing or outdated")
    MISSING = "missing", _("missing")
    STALE = "stale", _("outdated")


# What is noted of things while they are sorted and counted, by names that no column has.
FLAGS = {Work.MISSING: "desk_missing", Work.STALE: "desk_stale"}


Position = tuple[dt.datetime, str, int]  # changed at, kind, pk: where a thing stands in the list


@dataclass(frozen=True)
class Progress:
    """Of `total` entries that are written in another language. One may be both stale and missing
    texts: it counts as missing some."""

    language: Language
    total: int
    missing: int
    stale: int

    @property
    def ready(self) -> int:
        return self.total - self.missing - self.stale

    @property
    def percent(self) -> int:
        """Rounded down: a hundred says that nothing is left."""
        return 100 * self.ready // self.total if self.total else 100


def progress(kinds: Iterable[Kind]) -> list[Progress]:
    """Of every language, in one query."""
    counted = [_counts(model) for kind in kinds for model in kind.models]
    sums = [sum(column) for column in zip(*counted[0].union(*counted[1:], all=True), strict=True)]
    threes = zip(*[iter(sums)] * 3, strict=True)
    return [Progress(lang, *three) for lang, three in zip(LANGUAGES.values(), threes, strict=True)]


def _counts(model: type[models.Model]) -> QuerySet[Any]:
    """One row: total, missing and stale of each language."""
    source = "source_language"
    if issubclass(model, Part):
        source = f"{model.whole_name}__{source}"
    counts = {}
    for code in LANGUAGES:
        lacks, outdated = Q(missing_in__contains=code), Q(stale_in__contains=code)
        counts[f"total of {code}"] = _has_texts(model) & ~Q(**{source: code})
        counts[f"missing in {code}"] = lacks
        counts[f"stale in {code}"] = outdated & ~lacks
    columns = {name.replace(" ", "_"): Count("pk", filter=what) for name, what in counts.items()}
    rows = model._base_manager.annotate(group=Value(1)).values("group").annotate(**columns)
    return rows.order_by().values_list(*columns)


def _has_texts(model: type[models.Model]) -> Q:
    """A part may have none; what has pages of its own always does."""
    return ~Q(translated={}) | ~Q(missing_in="") if issubclass(model, Part) else Q(pk__gt=0)


def counts(kinds: Iterable[Kind], code: str, work: str) -> dict[str, int]:
    """{name of the kind: how many of its things wait}, in one query; none that has nothing."""
    things = (_with_work(kind, code, work).order_by() for kind in kinds)
    each = [some.values("desk_noun").annotate(n=Count("pk")) for some in things]
    rows = [some.values_list("desk_noun", "n") for some in each]
    return dict(rows[0].union(*rows[1:], all=True))


def waiting(
    kinds: Iterable[Kind], code: str, work: str, below: Position | None = None
) -> QuerySet[Any]:
    """(kind, pk, changed at, misses a text, has a stale one), the last changed first; of those that
    changed at one moment, as an import's do, the order is by kind and key."""
    columns = ("desk_noun", "pk", "desk_at", *FLAGS.values())
    each = [_with_work(kind, code, work).filter(_below(kind, below)) for kind in kinds]
    rows = [things.order_by().values_list(*columns) for things in each]
    return rows[0].union(*rows[1:], all=True).order_by("-desk_at", "desk_noun", "-pk")


def _below(kind: Kind, position: Position | None) -> Q:
    """What stands below it in the order of `waiting`."""
    if position is None:
        return Q()
    at, noun, pk = position
    before, same = Q(desk_at__lt=at), Q(desk_at=at)
    if kind.name == noun:
        return before | same & Q(pk__lt=pk)
    return before | same if kind.name > noun else before


def _with_work(kind: Kind, code: str, work: str) -> QuerySet[Any]:
    things = kind.model._base_manager.annotate(
        desk_noun=Value(kind.name),
        desk_at=F(kind.changed),
        desk_missing=_of_whole_or_parts(kind, Q(missing_in__contains=code)),
        desk_stale=_of_whole_or_parts(kind, Q(stale_in__contains=code)),
    )
    wanted = FLAGS.values() if work == Work.ALL else [FLAGS[Work(work)]]
    return things.filter(reduce(or_, (Q(**{flag: True}) for flag in wanted)))


def _of_whole_or_parts(kind: Kind, condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(of_it_or_its_parts(kind.parts, condition), output_field=BooleanField())
