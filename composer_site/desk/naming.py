"""What things are called in the language of whoever reads, of many things of all kinds at once."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import LANGUAGES, Language


@dataclass(frozen=True)
class Named:
    content_kind: str
    pk: int
    uid: uuid.UUID
    name: str


def name_of(thing: Publishable) -> str:
    """Half-finished things may have no title yet."""
    return str(thing) or thing.slug


def in_words(name: str, language: Language) -> Any:
    """A translatable text in that language, or in the one it was first written in."""
    sources = (
        When(source_language=code, then=F(f"{name}_{source.suffix}"))
        for code, source in LANGUAGES.items()
    )
    own = NullIf(F(f"{name}_{language.suffix}"), Value(""))
    return Coalesce(own, Case(*sources, default=Value("")), output_field=CharField())


def one_query(queries: Collection[QuerySet[Any]]) -> Any:
    """Rows of several models with the same columns, together. Of no models there are none."""
    if not queries:
        return []
    first, *others = queries
    return first.union(*others, all=True)


def named_things(admins: Collection[Any], language: Language, about: dict[str, Q]) -> list[Named]:
    """The things that `about` asks for, {content_kind: condition}, in one query."""
    queries = [
        admin.model._default_manager.filter(about[admin.model.content_kind])
        .order_by()
        .annotate(content_kind=Value(admin.model.content_kind), called=admin.called(language))
        .values_list("content_kind", "pk", "uid", "called")
        for admin in admins
        if admin.model.content_kind in about
    ]
    return [Named(*row) for row in one_query(queries)]
