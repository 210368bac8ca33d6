"""How far each language is: counted here for every page that says it.

An entry is one row with texts: a page's own, or one of its parts, or a picture. A thing waits where
one of its entries does.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Q, QuerySet, TextChoices, Value
from django.utils.translation import gettext_lazy as _

from composer_site.desk.lists.publication_status import of_it_or_its_parts
from composer_site.desk.lists.translated_kinds import Kind
from composer_site.desk.naming import one_query
from composer_site.publishing.working_copy import Part
from composer_site.values.languages import LANGUAGES, Language


class Work(TextChoices):
    ALL = "all", _("missing or outdated")
    MISSING = "missing", _("missing")
    STALE = "stale", _("outdated")


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
    rows = list(one_query([_entries(model) for kind in kinds for model in kind.models]))
    sums = [sum(column) for column in zip(*rows, strict=True)] or [0] * 3 * len(LANGUAGES)
    threes = zip(*[iter(sums)] * 3, strict=True)
    return [Progress(lang, *three) for lang, three in zip(LANGUAGES.values(), threes, strict=True)]


def _entries(model: type[models.Model]) -> QuerySet[Any]:
    """One row: total, missing and stale of each language."""
    source = "source_language"
    if issubclass(model, Part):
        source = f"{model.whole_name}__{source}"
    counts = {}
    for code in LANGUAGES:
        lacks, outdated = lacking(code, Work.MISSING), lacking(code, Work.STALE)
        counts[f"total of {code}"] = _has_texts(model) & ~Q(**{source: code})
        counts[f"missing in {code}"] = lacks
        counts[f"stale in {code}"] = outdated & ~lacks
    return _counted(model, {name.replace(" ", "_"): what for name, what in counts.items()})


def _has_texts(model: type[models.Model]) -> Q:
    """A part may have none; what has pages of its own always does."""
    return ~Q(translated={}) | ~Q(missing_in="") if issubclass(model, Part) else Q(pk__gt=0)


def lacking(code: str, work: str) -> Q:
    missing, stale = Q(missing_in__contains=code), Q(stale_in__contains=code)
    return {Work.MISSING: missing, Work.STALE: stale, Work.ALL: missing | stale}[Work(work)]


def waiting_things(
    kinds: Collection[Kind], codes: Collection[str], works: Collection[str]
) -> dict[tuple[str, str, str], int]:
    """{(name of the kind, code, work): how many of its things wait}, in one query."""
    asked = {f"n{code}_{work}": (code, work) for code in codes for work in works}
    rows = one_query([_things(kind, asked) for kind in kinds])
    return {
        (name, *which): n
        for name, *numbers in rows
        for which, n in zip(asked.values(), numbers, strict=True)
    }


def _things(kind: Kind, asked: dict[str, tuple[str, str]]) -> QuerySet[Any]:
    """One row: the name of the kind, and how many wait for each work that is asked for."""
    waits = {
        column: of_it_or_its_parts(kind.parts, lacking(*which)) for column, which in asked.items()
    }
    return _counted(kind.model, waits, kind.name)


def _counted(model: type[models.Model], conditions: dict[str, Q], *first: Any) -> QuerySet[Any]:
    """One row, of a table that has any: what is to stand first, and how many fulfil each condition."""
    columns = {name: Count("pk", filter=what) for name, what in conditions.items()}
    rows = model._base_manager.order_by().annotate(group=Value(*first or (1,))).values("group")
    return rows.annotate(**columns).values_list(*["group"] * len(first), *columns)
