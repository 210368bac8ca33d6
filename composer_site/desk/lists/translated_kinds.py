"""What the desk translates: all content with its parts, and files of the library with texts."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_permission_codename
from django.db import models
from django.utils.text import capfirst

from composer_site.publishing.content_kinds import FILE_KINDS, KINDS, ContentKind
from composer_site.publishing.editions import Actor
from composer_site.publishing.translations import translatable


@dataclass(frozen=True)
class Kind:
    """`parts` are the models of the parts with texts that the user may change; `changed` is the
    column that says when a thing was last changed."""

    name: str
    model: Any
    parts: tuple[Any, ...] = ()
    changed: str = "updated_at"

    @property
    def label(self) -> str:
        return capfirst(str(self.model._meta.verbose_name))

    @property
    def label_of_many(self) -> str:
        return capfirst(str(self.model._meta.verbose_name_plural))

    @property
    def models(self) -> tuple[Any, ...]:
        return (self.model, *self.parts)


def kinds(user: Actor) -> dict[str, Kind]:
    """What the user may change, by the names that addresses use."""
    pages = [
        Kind(content_kind.name, content_kind.model_class, parts_of(content_kind, user))
        for content_kind in KINDS.values()
    ]
    files = [
        Kind(content_kind.name, content_kind.model_class, (), content_kind.changed)
        for content_kind in FILE_KINDS.values()
    ]
    every = [*pages, *(kind for kind in files if translatable(kind.model))]
    return {kind.name: kind for kind in every if may_translate(user, kind.model)}


def may_translate(user: Actor, model: type[models.Model]) -> bool:
    """Who sees and changes its rows; whether that is more than translations, the desk never asks."""
    opts = model._meta
    codes = (get_permission_codename(action, opts) for action in ("view", "change"))
    return user.has_perms([f"{opts.app_label}.{code}" for code in codes])


def parts_of(content_kind: ContentKind, user: Actor) -> tuple[Any, ...]:
    every = content_kind.parts.values()
    return tuple(part for part in every if translatable(part) and may_translate(user, part))
