"""What has, had or will have a public edition is not deleted, only withdrawn."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.addresses import model_url
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition


def published(rows: Iterable[Any]) -> list[Any]:
    rows = list(rows)
    uids = Edition.objects.filter(uid__in=[row.uid for row in rows]).values_list("uid", flat=True)
    kept = set(uids)
    return [row for row in rows if row.uid in kept]


class DeletionGuard(admin.ModelAdmin):
    """For a publishable."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        row = self.get_object(request, object_id)
        allowed = row and self.has_delete_permission(request, row)
        if allowed and published([row]):
            return self.refuse_deletion(request, row)
        return super().delete_view(request, object_id, extra_context)

    def refuse_deletion(self, request: HttpRequest, row: Any) -> Any:
        context = {
            **self.admin_site.each_context(request),
            "title": _("This cannot be deleted"),
            "opts": row._meta,
            "original": row,
            "withdraw_url": model_url(row, "withdraw", row.pk),
        }
        return render(request, "admin/deletion_refused.html", context, status=409)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        deleted, counts, denied, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, denied, [*protected, *map(sentence, published(objs))]

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        with publishing_lock():
            if published([obj]):
                raise PermissionDenied
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        with publishing_lock():
            if published(queryset):
                raise PermissionDenied
            super().delete_queryset(request, queryset)


def sentence(row: models.Model) -> SafeString:
    text = _("“%s” has a public edition, so it can only be withdrawn:") % row
    address = model_url(row, "withdraw", row.pk)
    return format_html('{} <a href="{}">{}</a>', text, address, _("Withdraw"))
