"""A form knows what it showed when it was opened, and is refused where that has changed since.

The hidden field `loaded` carries the row and the parts that stand in the form, signed, so that
nobody can pretend to have seen another state.
"""

import datetime as dt
import json
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.core import serializers, signing
from django.db import models, transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.differences import differences
from composer_site.desk.forms.merging import merge
from composer_site.desk.log import translated
from composer_site.desk.record_fields import Record, facts
from composer_site.publishing.translations import DERIVED
from composer_site.publishing.working_copy import Part

FIELD = "loaded"
# They count saves, or follow from the texts; what was saved stands in the other columns.
COUNTERS = {"version", "updated_at", *DERIVED}


class Readable:
    """JSON without escapes, of which texts in Cyrillic and Chinese would be twice as long."""

    def dumps(self, content: object) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


class FreshAdmin(admin.ModelAdmin):
    """Its inlines hold parts."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra: dict[str, Any] | None = None,
    ) -> Any:
        view = super().changeform_view
        if request.method != "POST" or object_id is None:
            return view(request, object_id, form_url, extra)
        with transaction.atomic():
            row = self.get_object(request, unquote(object_id))
            if row and self.has_change_permission(request, row):
                self.refuse_if_stale(request, locked(row))
            return view(request, object_id, form_url, extra)

    def refuse_if_stale(self, request: HttpRequest, row: models.Model) -> None:
        loaded, stored = unseal(request.POST.get(FIELD, ""), row), self.stored_record(row)
        if loaded is None:
            request.refusal = _(  # type: ignore[attr-defined]  # our own word to the views
                "This form does not say what it showed when it was opened. Nothing is saved yet. "
                "Compare your text with the page as it is now, then save again."
            )
        elif loaded["record"] != stored:
            request.refusal = refusal(row, loaded, stored)  # type: ignore[attr-defined]
            request.POST = merge(self, request, row, loaded["record"])

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        row = context["original"]
        if row and self.has_change_permission(request, row):
            context[FIELD] = seal(row, self.stored_record(row))
        return super().render_change_form(request, context, *args, **kwargs)

    def stored_record(self, row: models.Model) -> Record:
        """The row as it is stored now, and its parts in this form."""
        rows = [type(row)._default_manager.get(pk=row.pk)]
        for inline in self.inlines:
            parts = inline.model._default_manager.filter(**{inline.model.whole_name: row.pk})
            rows += parts.order_by("position", "pk")
        return [
            without_counters(entry) for entry in json.loads(serializers.serialize("json", rows))
        ]


def without_counters(entry: dict[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in entry["fields"].items() if name not in COUNTERS}
    return {**entry, "fields": fields}


def locked(row: models.Model) -> Any:
    """SQLite's IMMEDIATE transaction holds the whole database already; PostgreSQL locks the row.

    A part's whole is locked before it, as imports and translations do: two who lock in
    different orders would wait for each other.
    """
    if isinstance(row, Part):
        locked(row.whole)
    return type(row)._default_manager.select_for_update().get(pk=row.pk)


def seal(row: models.Model, record: Record) -> str:
    content = {"row": name_of(row), "at": timezone.now().isoformat(), "record": record}
    return signing.dumps(content, salt=__name__, serializer=Readable, compress=True)


def unseal(text: str, row: models.Model) -> dict[str, Any] | None:
    try:
        content = signing.loads(text, salt=__name__, serializer=Readable)
    except (signing.BadSignature, ValueError):
        return None
    return content if content["row"] == name_of(row) else None


def name_of(row: models.Model) -> str:
    return f"{row._meta.label_lower} {row.pk}"


def refusal(row: models.Model, loaded: dict[str, Any], stored: Record) -> SafeString:
    since = dt.datetime.fromisoformat(loaded["at"])
    context = {
        "entries": entries_since(row, since),
        "changes": differences(facts(loaded["record"], stored), facts(stored, loaded["record"])),
    }
    return render_to_string("admin/_stale.html", context)


def entries_since(row: models.Model, since: dt.datetime) -> list[LogEntry]:
    """Who saved it meanwhile, the last first."""
    entries = LogEntry.objects.filter(
        content_type__app_label=row._meta.app_label,
        content_type__model=row._meta.model_name,
        object_id=str(row.pk),
        action_time__gte=since,
    )
    return translated(entries.select_related("user").order_by("-action_time")[:5])
