"""What publishing needs to know of each kind of content; every app registers its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise


def no_excerpts(document: dict) -> list[dict]:
    return []


def as_it_is(record: dict) -> dict:
    return record


@dataclass(frozen=True)
class ContentKind:
    """`build(row, language) -> document`; `lift(document) -> document of today's shape`.

    `lift_record(record) -> record of today's shape`, see `snapshot`. Whoever renames or removes a
    field or a part raises `record_schema`; one that is new takes its default in older records.

    `model` is a label ("films.Film"), so that visitor code can hold a kind without its rows.
    `excerpts(document)` are the parts of it with a life of their own: [{"name", "uid", "subject",
    "spoken_in", "sort_at", "card"}], see `Excerpt`; `quoted` are the names of those excerpts that
    are listed on the page of whom they are about.
    `related` are the kinds whose newest pages that mention it are listed on its own page.
    Of a kind of content that `is_single` there is one thing: its address holds no slug.
    """

    name: str
    label: str | Promise
    model: str
    build: Callable
    lift: Callable
    schema: int
    template: str
    url_name: str
    related: tuple[str, ...] = ()
    excerpts: Callable = no_excerpts
    quoted: tuple[str, ...] = ()
    is_single: bool = False
    record_schema: int = 2
    lift_record: Callable = as_it_is

    @property
    def model_class(self) -> Any:
        return apps.get_model(self.model)

    @property
    def parts(self) -> dict[str, Any]:
        """{reverse accessor: model} of the rows that belong to the thing and travel with it, in the
        order that the models are written in."""
        return {
            relation.get_accessor_name(): relation.related_model
            for relation in self.model_class._meta.related_objects
            if _whole_name(relation.related_model) == relation.field.name
        }

    @property
    def loads(self) -> list[str]:
        """The lookups of all that its document reads, fetched once for the four languages."""
        of_parts = (
            f"{name}__{lookup}" for name, part in self.parts.items() for lookup in _references(part)
        )
        return [*_references(self.model_class), *self.parts, *of_parts]

    def url(self, language: str, slug: str) -> str:
        args = [language] if self.is_single else [language, SLUG]
        return _reversed(self.url_name, *args, prefix=get_script_prefix()).replace(SLUG, slug)


def _whole_name(model: type[models.Model]) -> str | None:
    """The field of a part that leads to its whole."""
    return getattr(model, "whole_name", None)


def _references(model: type[models.Model]) -> Iterator[str]:
    """The lookups of what a row refers to, and of what says its name there."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if field.is_relation and field.name != _whole_name(model):
            yield field.name
            named_by = getattr(field.related_model, "named_by", ())
            yield from (f"{field.name}__{lookup}" for lookup in named_by)


@lru_cache(maxsize=256)
def _reversed(name: str, *args: str, prefix: str) -> str:
    """Once for all slugs: a film's page may hold hundreds of links.

    The prefix stands in it, and staff who travel bring a new one for every time: few are kept.
    """
    return reverse(name, args=args)


@dataclass(frozen=True)
class FileKind:
    """What pages show and what has no page of its own: pictures, PDFs.

    `called` names one in words, with a place for its name for staff; `changed` is the column by
    which the last of them are found.
    """

    name: str
    model: str
    called: str | Promise
    changed: str = "added_at"

    @property
    def model_class(self) -> Any:
        return apps.get_model(self.model)


KINDS: dict[str, ContentKind] = {}
FILE_KINDS: dict[str, FileKind] = {}

SLUG = "slug-of-a-page"
# The one whose card stands on every public page.
OFFICE = "press_office"


def register(content_kind: ContentKind) -> None:
    KINDS[content_kind.name] = content_kind


def register_files(content_kind: FileKind) -> None:
    FILE_KINDS[content_kind.name] = content_kind


def page_url(content_kind: str, language: str, slug: str) -> str:
    return KINDS[content_kind].url(language, slug)
