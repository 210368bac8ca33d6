"""Parts that are too many for their whole's form have a list of their own, ordered by hand."""

import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import BigIntegerField, Max, QuerySet
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseNotAllowed,
    QueryDict,
)
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.admin import WritingAdmin
from composer_site.desk.forms.autocomplete_widgets import is_key
from composer_site.desk.forms.edit_conflicts import locked
from composer_site.desk.forms.translators import writes_source
from composer_site.desk.lists import change_list as lists
from composer_site.desk.log import changed_rows, record
from composer_site.publishing.translations import Translatable
from composer_site.publishing.working_copy import Part, Publishable


def keys_in(body: bytes) -> list[int] | None:
    """Keys such as a database has them; None where a forged body holds anything else."""
    try:
        keys = [int(key) for key in json.loads(body)]
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None
    return keys if all(0 < key <= BigIntegerField.MAX_BIGINT for key in keys) else None


def move_in(body: bytes) -> tuple[int, int] | None:
    """(key, place) of `{"key": 7, "to": 1}`; places count from 1."""
    try:
        move = json.loads(body)
        key, place = int(move["key"]), int(move["to"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return (key, place) if all(0 < n <= BigIntegerField.MAX_BIGINT for n in (key, place)) else None


class PartChangeList(lists.TellingChangeList):
    """Rows can be moved where the list shows the parts of one whole, in their own order."""

    model: Any
    model_admin: Any

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        numbers = self.numbers() if writes_source(request.user) else {}
        for row in self.result_list:
            row.number = numbers.get(row.pk)

    def numbers(self) -> dict[int, int]:
        """The place of each in the whole, of which a page or a filter shows some."""
        whole = self.whole()
        if not is_key(whole) or "o" in self.params:
            return {}
        siblings = self.model.objects.filter(**{self.model.whole_name: whole})
        keys = siblings.order_by(*OrderedPartAdmin.ordering).values_list("pk", flat=True)
        return {key: number for number, key in enumerate(keys, 1)}

    def whole(self) -> str:
        """The key that the list is narrowed by, as the address has it: a forged one has anything."""
        named = self.params.get(f"{self.model.whole_name}__id__exact")
        return self.model_admin.only_whole() if named is None else str(named)


class OrderedPartAdmin(WritingAdmin):
    ordering = ["position", "pk"]
    list_per_page = 100

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A part added from the list of one whole belongs to it."""
        initial = super().get_changeform_initial_data(request)
        filters = QueryDict(request.GET.get("_changelist_filters", ""))
        whole = filters.get(f"{self.model.whole_name}__id__exact") or self.only_whole()
        return {self.model.whole_name: whole, **initial} if is_key(whole) else initial

    def only_whole(self) -> str:
        """The key of the one film of the site, which nobody needs to choose; else empty."""
        keys = self.wholes().values_list("pk", flat=True)[:2]
        return str(keys[0]) if len(keys) == 1 else ""

    def wholes(self) -> QuerySet[Any]:
        whole: Any = self.model._meta.get_field(self.model.whole_name).related_model
        return whole.objects.order_by()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PartChangeList]:
        return PartChangeList

    def get_readonly_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[str]:
        """A part stays in its whole. Moved, it would leave one working copy without a trace, and
        restoring an edition of that one would take it from the other."""
        readonly, whole = super().get_readonly_fields(request, obj), self.model.whole_name
        return readonly if obj is None or whole in readonly else [*readonly, whole]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return ["place", *super().get_list_display(request)]

    @admin.display(description=gettext_lazy("order"))
    def place(self, row: Any) -> SafeString | str:
        if row.number is None:
            return ""
        return format_html(
            '<span class="place" data-key="{}" data-number="{}" data-place="{}"'
            ' data-up="{}" data-down="{}"></span>',
            row.pk,
            row.number,
            _("Place of %s") % row,
            _("Move up: %s") % row,
            _("Move down: %s") % row,
        )

    @admin.display(description=gettext_lazy("languages"))
    def languages(self, row: Translatable) -> SafeString:
        return lists.language_marks(row)

    def save_model(
        self, request: HttpRequest, obj: Part, form: forms.ModelForm, change: bool
    ) -> None:
        """A new part stands last in its whole."""
        if not change:
            siblings = self.model.objects.filter(**{self.model.whole_name: obj.whole})
            obj.position = (siblings.aggregate(last=Max("position"))["last"] or 0) + 1
        super().save_model(request, obj, form, change)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """One by one, as `Part.delete` tells the whole; wholes in the order that imports lock."""
        for part in queryset.order_by(f"{self.model.whole_name}_id", "pk"):
            part.delete()

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_order"
        name_of_move = f"{self.opts.app_label}_{self.opts.model_name}_move"
        return [
            path("order/", self.admin_site.admin_view(self.order), name=name),
            path("move/", self.admin_site.admin_view(self.move), name=name_of_move),
            *super().get_urls(),
        ]

    def order(self, request: HttpRequest) -> HttpResponse:
        """A JSON list of keys, as their rows stand now: parts of one whole, all or some of them."""
        return self.ordered(request, keys_in, self.reorder)

    def move(self, request: HttpRequest) -> HttpResponse:
        """One part goes to a place, which may be on another page of the list."""
        return self.ordered(request, move_in, self.put)

    def ordered(
        self, request: HttpRequest, read: Callable[[bytes], Any], act: Callable[..., HttpResponse]
    ) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not (self.has_change_permission(request) and writes_source(request.user)):
            raise PermissionDenied
        wish = read(request.body)
        if wish is None:
            return HttpResponseBadRequest(_("This is not a valid order."))
        return act(request, wish)

    @transaction.atomic
    def put(self, request: HttpRequest, move: tuple[int, int]) -> HttpResponse:
        key, place = move
        part = self.model.objects.filter(pk=key).first()
        if part is None:
            return HttpResponseBadRequest(_("This list has changed. Load it once more."))
        before = list(self.siblings(part.whole))
        after = [sibling for sibling in before if sibling != part]
        after.insert(place - 1, part)
        return self.arranged(request, part.whole, before, after)

    def siblings(self, whole: Publishable) -> QuerySet[Any]:
        locked(whole)
        parts = self.model.objects.filter(**{self.model.whole_name: whole})
        return parts.select_for_update().order_by(*self.ordering)

    @transaction.atomic
    def reorder(self, request: HttpRequest, keys: list[int]) -> HttpResponse:
        """The parts take each other's places, so that a page or a filtered list can be ordered."""
        named = self.model.objects.filter(pk__in=keys).order_by().values(self.model.whole_name)
        wholes = self.wholes().filter(pk__in=named)[:2]
        if len(wholes) != 1:
            return HttpResponseBadRequest(_("Order the parts of one whole at a time."))
        parts = {part.pk: part for part in self.siblings(wholes[0])}
        if len(set(keys)) != len(keys) or not parts.keys() >= set(keys):
            return HttpResponseBadRequest(_("This list has changed. Load it once more."))
        following = iter(keys)
        places = [next(following) if key in keys else key for key in parts]
        after = [parts[key] for key in places]
        return self.arranged(request, wholes[0], list(parts.values()), after)

    def arranged(
        self, request: HttpRequest, whole: Publishable, before: list[Any], after: list[Any]
    ) -> Any:
        """What stands so already is no change of the whole."""
        if after != before:
            self.store(request, whole, after)
        return HttpResponse(_("The order is saved."))

    def store(self, request: HttpRequest, whole: Publishable, parts: list[Any]) -> None:
        """`bulk_update` saves no part, so the whole is told here that it is newer."""
        for position, part in enumerate(parts, 1):
            part.position = position
        self.model.objects.bulk_update(parts, ["position"])
        whole.touch()
        record(request.user, [whole], [changed_rows(self.model)])
