"""Export and import in the admin: addresses, rights and pages, for whoever names its `tables`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import ADDITION
from django.contrib.admin.options import IS_POPUP_VAR, IncorrectLookupParameters
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from composer_site.desk.log import changed_rows, record
from composer_site.desk.rights import WRITE_SOURCE
from composer_site.desk.tables.plan import Outcome, Plan
from composer_site.desk.tables.table import Table
from composer_site.publishing.editions import Actor
from composer_site.values.spreadsheets import MOST_BYTES, csv_response, read

Sheet = list[list[str]]
A_DAY = 24 * 60 * 60


class FileForm(forms.Form):
    """Cleans to the rows of the file. Nothing of it is kept."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text=gettext_lazy("In UTF-8, up to 5,000 rows and 5 MB."),
    )

    def clean_file(self) -> Sheet:
        return read(self.cleaned_data["file"].read(MOST_BYTES + 1))


class ExchangingAdmin(admin.ModelAdmin):
    """Its list leads to exports and imports of its `tables`."""

    tables: tuple[Table, ...] = ()

    def get_urls(self) -> list[Any]:
        pages = [url for table in self.tables for url in self._table_urls(table)]
        if self.tables:
            pages.append(self._guarded("csv/", self.tables_page, "csv"))
        return [*pages, *super().get_urls()]

    def _table_urls(self, table: Table) -> list[Any]:
        out, into = f"csv/{table.name}.csv", f"csv/{table.name}/import/"
        return [
            self._guarded(out, partial(self.export, table=table), f"export_{table.name}"),
            self._guarded(into, partial(self.import_page, table=table), f"import_{table.name}"),
        ]

    def _guarded(self, route: str, view: Callable[..., HttpResponse], name: str) -> Any:
        return path(route, self.admin_site.admin_view(view), name=self._exchange_name(name))

    def _exchange_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def exchange_address(self, name: str) -> str:
        return reverse(f"admin:{self._exchange_name(name)}")

    def may_export(self, request: HttpRequest, table: Table) -> bool:
        return self.has_view_permission(request) and request.user.has_perm(right("view", table))

    def may_import(self, request: HttpRequest, table: Table) -> bool:
        rights = (right("add", table), right("change", table), WRITE_SOURCE)
        return self.has_change_permission(request) and request.user.has_perms(rights)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        context = extra_context or {}
        if any(self.may_export(request, table) for table in self.tables):
            context["csv_address"] = self.exchange_address("csv") + query_of(request)
        return super().changelist_view(request, context)

    def tables_page(self, request: HttpRequest) -> HttpResponse:
        """Its exports hold what the list held, as it was narrowed when it was left."""
        tables = [
            {
                "label": table.label,
                "export": self.exchange_address(f"export_{table.name}") + query_of(request),
                "import": self.may_import(request, table)
                and self.exchange_address(f"import_{table.name}"),
            }
            for table in self.tables
            if self.may_export(request, table)
        ]
        if not tables:
            raise PermissionDenied
        context = {"tables": tables, "title": _("CSV files"), "is_narrowed": bool(request.GET)}
        return self._rendered(request, "admin/publishing/csv.html", context)

    def get_actions(self, request: HttpRequest) -> Any:
        """One for each table: what is ticked, and nothing else, goes into the file."""
        actions: dict[str, Any] = super().get_actions(request)
        for table in self.tables:
            if self.may_export(request, table) and IS_POPUP_VAR not in request.GET:
                name = f"export_{table.name}"
                words = _("Export as CSV: %s") % table.label
                actions[name] = (partial(exported, table), name, words)
        return actions

    def export(self, request: HttpRequest, table: Table) -> HttpResponse:
        if not self.may_export(request, table):
            raise PermissionDenied
        return require_safe(self._exported_list)(request, table)

    def _exported_list(self, request: HttpRequest, table: Table) -> HttpResponse:
        try:
            listed = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters as error:
            raise Http404 from error
        return exported(table, self, request, listed)

    def import_page(self, request: HttpRequest, table: Table) -> HttpResponse:
        if not self.may_import(request, table):
            raise PermissionDenied
        return require_http_methods(["GET", "HEAD", "POST"])(self._import_page)(request, table)

    def _import_page(self, request: HttpRequest, table: Table) -> HttpResponse:
        if request.method == "POST" and "seen" in request.POST:
            return self._apply(request, table)
        form = FileForm(request.POST or None, request.FILES or None)
        if not form.is_valid():
            return self._page(request, table, form)
        try:
            return self._report(request, table, form.cleaned_data["file"])
        except ValidationError as error:
            form.add_error("file", error)
            return self._page(request, table, form)

    def _report(
        self, request: HttpRequest, table: Table, sheet: Sheet, **context: Any
    ) -> HttpResponse:
        plan = Plan(table, sheet)
        seen = {"sheet": sheet, "digest": plan.digest, "user": request.user.pk}
        token = signing.dumps(seen, salt=salt(table), compress=True)
        return self._page(request, table, FileForm(), plan=plan, token=token, **context)

    def _apply(self, request: HttpRequest, table: Table) -> HttpResponse:
        """Exactly what was seen, all of it; where it would be something else by now, it is shown."""
        try:
            seen = signing.loads(request.POST["seen"], salt=salt(table), max_age=A_DAY)
        except signing.BadSignature:
            return self._page(request, table, FileForm(), is_lost=True)
        with transaction.atomic():
            plan = Plan(table, seen["sheet"], locks=True)
            if (
                plan.digest == seen["digest"]
                and seen["user"] == request.user.pk
                and not plan.is_refused
            ):
                done = carry_out(plan, request.user)
                return self._done(request, done)
        return self._report(request, table, seen["sheet"], has_changed=True)

    def _done(self, request: HttpRequest, count: int) -> HttpResponse:
        words = ngettext("%d row is imported.", "%d rows are imported.", count)
        self.message_user(request, words % count)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def _page(
        self, request: HttpRequest, table: Table, form: FileForm, **context: Any
    ) -> HttpResponse:
        context |= {
            "title": _("Import from CSV: %s") % table.label,
            "table": table,
            "form": form,
            "columns": table.fresh_columns().values(),
        }
        return self._rendered(request, "admin/publishing/import.html", context)

    def _rendered(
        self, request: HttpRequest, template: str, context: dict[str, Any]
    ) -> HttpResponse:
        around = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "csv_address": self.exchange_address("csv"),
        }
        return render(request, template, around | context)


def query_of(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


def right(action: str, table: Table) -> str:
    meta = table.model._meta
    return f"{meta.app_label}.{action}_{meta.model_name}"


def salt(table: Table) -> str:
    return f"{__name__}.{table.name}"


def exported(
    table: Table, _admin: object, _request: HttpRequest, listed: QuerySet[Any]
) -> HttpResponse:
    return csv_response(f"{table.name}.csv", table.written(table.rows(listed)))


def carry_out(plan: Plan, user: Actor) -> int:
    """Save what the plan says, and write it into the log of what staff did."""
    lines = [(line.row, line.outcome) for line in plan.to_save]
    for row, _outcome in lines:
        row.save()
    whole = plan.table.whole
    added = [row for row, outcome in lines if outcome is Outcome.NEW and not whole]
    things = {getattr(row, whole) if whole else row for row, _outcome in lines}
    record(user, added, [{"added": {}}], ADDITION)
    record(user, things - set(added), [changed_rows(plan.table.model)])
    return len(lines)
