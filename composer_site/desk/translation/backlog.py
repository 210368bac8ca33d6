"""What waits in a language, in the order in which the desk lists it."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value

from composer_site.desk.lists.publication_status import of_it_or_its_parts
from composer_site.desk.lists.translated_kinds import Kind
from composer_site.desk.lists.translation_progress import Work, lacking

# What is noted of things while they are sorted, by names that no column has.
FLAGS = {Work.MISSING: "desk_missing", Work.STALE: "desk_stale"}


Position = tuple[dt.datetime, str, int]  # changed at, kind, pk: where a thing stands in the list


def waiting(
    kinds: Iterable[Kind], code: str, work: str, below: Position | None = None
) -> QuerySet[Any]:
    """(kind, pk, changed at, misses a text, has a stale one), the last changed first; of those that
    changed at one time, as an import's do, the order is by kind and key."""
    columns = ("desk_content_kind", "pk", "desk_at", *FLAGS.values())
    each = [_with_work(kind, code, work).filter(_below(kind, below)) for kind in kinds]
    rows = [things.order_by().values_list(*columns) for things in each]
    return rows[0].union(*rows[1:], all=True).order_by("-desk_at", "desk_content_kind", "-pk")


def _below(kind: Kind, position: Position | None) -> Q:
    """What stands below it in the order of `waiting`."""
    if position is None:
        return Q()
    at, content_kind, pk = position
    before, same = Q(desk_at__lt=at), Q(desk_at=at)
    if kind.name == content_kind:
        return before | same & Q(pk__lt=pk)
    return before | same if kind.name > content_kind else before


def _with_work(kind: Kind, code: str, work: str) -> QuerySet[Any]:
    things = kind.model._base_manager.annotate(
        desk_content_kind=Value(kind.name),
        desk_at=F(kind.changed),
        **{flag: _is_lacking(kind, code, what) for what, flag in FLAGS.items()},
    )
    wanted = FLAGS.values() if work == Work.ALL else [FLAGS[Work(work)]]
    return things.filter(reduce(or_, (Q(**{flag: True}) for flag in wanted)))


def _is_lacking(kind: Kind, code: str, work: Work) -> ExpressionWrapper:
    condition = of_it_or_its_parts(kind.parts, lacking(code, work))
    return ExpressionWrapper(condition, output_field=BooleanField())
