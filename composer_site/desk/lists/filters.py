"""What the lists of the admin are narrowed by."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin import ChoicesFieldListFilter, SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from composer_site.desk.lists.publication_status import has_status, known_to, lacking
from composer_site.publishing.content_kinds import KINDS
from composer_site.values.languages import CHOICES

Choices = list[tuple[str, Any]]


class ByState(SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [(state.value, state.label) for state in known_to(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if (state := self.value()) not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(has_status(str(state), timezone.now()))


class ByLanguage(SimpleListFilter):
    """`parameter_name` is the column that holds the codes of the languages, unless told otherwise."""

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return CHOICES

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if (code := self.value()) not in dict(CHOICES):
            return queryset
        return queryset.filter(self.wanted(queryset.model, str(code)))

    def wanted(self, model: type[models.Model], code: str) -> Q:
        return lacking(model, str(self.parameter_name), code)


class Untranslated(ByLanguage):
    title = _("language with missing texts")
    parameter_name = "missing_in"


class Stale(ByLanguage):
    title = _("language with outdated texts")
    parameter_name = "stale_in"


class ByContentKind(SimpleListFilter):
    title = _("kind of thing")
    parameter_name = "content_kind"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [(name, capfirst(str(content_kind.label))) for name, content_kind in KINDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(content_kind=self.value()) if self.value() in KINDS else queryset


class InUse(ChoicesFieldListFilter):
    """The choices that some row has made: of forty roles, a film has ten."""

    def __init__(
        self,
        field: models.Field,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[models.Model],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(field, request, params, model, *args, **kwargs)
        rows = model._default_manager.order_by().values_list(field.name, flat=True)
        self.used = set(rows.distinct())

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        every, *choices = super().choices(changelist)
        yield every
        flat = self.field.flatchoices
        yield from (
            choice
            for (value, _label), choice in zip(flat, choices, strict=False)
            if value in self.used or choice["selected"]
        )
