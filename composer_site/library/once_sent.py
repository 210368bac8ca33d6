"""The admin of what holds a file: sent once, kept as long as any edition shows it."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.urls import path
from django.utils.translation import gettext as _

from composer_site.desk.admin import WritingAdmin
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Mention


def shown(rows: Iterable[Any]) -> list[Any]:
    """Those that any edition shows or showed: its page must look as it did."""
    rows = list(rows)
    mentions = Mention.objects.filter(uid__in=[row.uid for row in rows])
    uids = set(mentions.values_list("uid", flat=True))
    return [row for row in rows if row.uid in uids]


def shown_by(row: Any) -> str:
    return _("“%s” stands in an edition, so it stays in the library.") % row


class OnceSentAdmin(WritingAdmin):
    """The file is sent when the row is added: editions show it, so it never changes.

    `file_form` is the form that takes it; `file_route` is how it is named in the address for staff;
    `of_a_file` are the fields that only a stored one has.
    """

    file_form: type[Any]
    file_route: str
    of_a_file: tuple[str, ...] = ()

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            kept = (name for name in self.shared if name not in self.of_a_file)
            fieldsets[0] = (None, {**fieldsets[0][1], "fields": ("file", *kept)})
        return fieldsets

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = self.file_form
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            return super().save_model(request, obj, form, change)
        try:
            obj.accept(form.cleaned_data["file"])
            super().save_model(request, obj, form, change)
        except BaseException:
            obj.remove_files()
            raise

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        deleted, counts, denied, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, denied, [*protected, *map(shown_by, shown(objs))]

    def delete_model(self, request: Any, obj: Any) -> None:
        self.delete_queryset(request, self.model._default_manager.filter(pk=obj.pk))

    def delete_queryset(self, request: Any, queryset: QuerySet[Any]) -> None:
        with publishing_lock():
            rows = list(queryset)
            if shown(rows):
                raise PermissionDenied
            super().delete_queryset(request, queryset)
            for row in rows:
                transaction.on_commit(row.remove_files)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.file_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_file"
        return [path(f"file/<token:token>/{self.file_route}", view, name=name), *super().get_urls()]

    def file_view(self, request: Any, token: str, **name: str) -> HttpResponseBase:
        if not self.has_view_permission(request):
            raise PermissionDenied
        response = self.stored(token, **name)
        response["Cache-Control"] = "private, no-store"
        return response

    def stored(self, token: str, **name: str) -> HttpResponseBase:
        raise NotImplementedError
