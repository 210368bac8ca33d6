"""Who may not write the source sees all of it, and changes only texts of the other languages."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.http import HttpRequest

from composer_site.desk.field_words import language_of
from composer_site.desk.forms.language_tabs import source_language
from composer_site.desk.rights import WRITE_SOURCE
from composer_site.publishing.editions import Actor


def writes_source(user: Actor) -> bool:
    return user.has_perm(WRITE_SOURCE)


def translations(model: type[models.Model], source: str | None) -> set[str]:
    """The columns that translate a row whose source language is `source`."""
    return {
        field.name
        for field in model._meta.fields
        if source and (language := language_of(field)) and language.code != source
    }


class SourceGuard(BaseModelAdmin):
    """For a ModelAdmin or an inline. A field that is shown only is no part of the form, so a forged
    POST does not reach it."""

    def get_readonly_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[str]:
        readonly = list(super().get_readonly_fields(request, obj))
        if writes_source(request.user):
            return readonly
        theirs = translations(self.model, source_language(obj))
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        return [*readonly, *(name for name in shown if name not in {*theirs, *readonly})]

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return writes_source(request.user) and super().has_add_permission(request, *args)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return writes_source(request.user) and super().has_delete_permission(request, obj)
