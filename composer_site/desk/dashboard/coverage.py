"""How far each language is: which things lack a text, or have one of an older source."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F, QuerySet, Value
from django.utils.translation import gettext as _

from composer_site.desk.addresses import list_url
from composer_site.desk.lists.standing import parts
from composer_site.desk.naming import one_query
from composer_site.values.languages import LANGUAGES, Language

Wholes = dict[Any, set[int]]
Gaps = list[tuple[Any, int, str]]  # meta of a model, how many, their list


@dataclass(frozen=True)
class Coverage:
    """{model: keys of the things} that lack texts, or have outdated ones, in one language."""

    language: Language
    totals: dict[Any, int]
    missing: Wholes = field(default_factory=lambda: defaultdict(set))
    stale: Wholes = field(default_factory=lambda: defaultdict(set))

    def gaps(self) -> list[tuple[str, Gaps]]:
        return [
            (_("Missing texts"), listed("missing_in", self.missing, self.language)),
            (_("Outdated texts"), listed("stale_in", self.stale, self.language)),
        ]

    @property
    def total(self) -> int:
        return sum(self.totals.values())

    @property
    def whole(self) -> int:
        undone = (self.missing[model] | self.stale[model] for model in self.totals)
        return self.total - sum(map(len, undone))


def listed(column: str, found: Wholes, language: Language) -> Gaps:
    return [
        (model._meta, len(keys), list_url(model, **{column: language.code}))
        for model, keys in found.items()
        if keys
    ]


def coverage(totals: dict[Any, int]) -> list[Coverage]:
    """Of things of these models; `totals` is how many there are. In one query."""
    found = {code: Coverage(language, totals) for code, language in LANGUAGES.items()}
    models = {model._meta.model_name: model for model in totals}
    for name, key, missing, stale in one_query([q for model in totals for q in undone(model)]):
        for code in missing.split():
            found[code].missing[models[name]].add(key)
        for code in stale.split():
            found[code].stale[models[name]].add(key)
    return list(found.values())


def undone(model: type[models.Model]) -> Iterator[QuerySet[Any]]:
    """Rows of the model and of its parts: (name of the model, key of the thing, codes, codes)."""
    columns = {model: "pk"} | {part: f"{part.whole_name}_id" for part in parts(model)}
    for rows, name in columns.items():
        wanted = rows._default_manager.exclude(missing_in="", stale_in="").order_by()
        named = wanted.annotate(of=Value(model._meta.model_name), key=F(name))
        yield named.values_list("of", "key", "missing_in", "stale_in")
