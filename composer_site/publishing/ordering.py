"""Parts that are too many for their whole's form have a list of their own, ordered by hand."""

import json
from typing import Any

from adminsortable2.admin import SortableAdminMixin
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseNotAllowed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.publishing import lists
from composer_site.publishing.admin import WritingAdmin
from composer_site.publishing.translators import writes_source


class OrderedPartAdmin(SortableAdminMixin, WritingAdmin):
    ordering = ["position", "pk"]
    list_per_page = 100

    @admin.display(description=gettext_lazy("languages"))
    def languages(self, row: Any) -> Any:
        return lists.language_marks(row)

    def get_max_order(self, request: Any, obj: Any = None) -> int:
        """A new part stands last in its own whole."""
        siblings = self.model.objects.filter(**{self.model.whole_name: obj.whole})
        return siblings.aggregate(last=Max("position"))["last"] or 0

    def update_order(self, request: Any) -> HttpResponse:
        """`{"updatedItems": [[key, place], …]}`: parts of one whole, and their places in it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not (self.has_change_permission(request) and writes_source(request.user)):
            raise PermissionDenied
        try:
            places = {int(pk): int(place) for pk, place in json.loads(request.body)["updatedItems"]}
        except (ValueError, TypeError, KeyError):
            return HttpResponseBadRequest(_("This is no order."))
        return self.reorder(request, places)

    @transaction.atomic
    def reorder(self, request: Any, places: dict[int, int]) -> HttpResponse:
        parts = list(self.model.objects.select_for_update().filter(pk__in=places))
        wholes = {part.whole for part in parts}
        if len(wholes) != 1 or min(places.values()) < 0:
            return HttpResponseBadRequest(_("Order the credits of one film at a time."))
        for part in parts:
            part.position = places[part.pk]
        self.model.objects.bulk_update(parts, ["position"])
        self.note_order(request, wholes.pop())
        return HttpResponse(_("The order is saved."))

    def note_order(self, request: Any, whole: Any) -> None:
        """`bulk_update` saves no part, so the whole is told here that it is newer."""
        whole.touch()
        said = [{"changed": {"name": str(self.opts.verbose_name_plural), "fields": ["position"]}}]
        LogEntry.objects.log_actions(request.user.pk, [whole], CHANGE, json.dumps(said))
