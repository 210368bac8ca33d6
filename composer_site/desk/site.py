"""The admin as the press office's desk: its first page says what there is to do."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from composer_site.desk.dashboard.first_page import Desk


class DeskSite(admin.AdminSite):
    site_header = _("Press office")
    site_title = _("Press office")
    index_title = _("What do you want to write?")
    site_url = reverse_lazy("choose_language")  # type: ignore[assignment]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        return super().index(request, {"title": _("Today"), "desk": Desk.of(self, request)})

    def get_urls(self) -> list[Any]:
        """Without Django's way from any row of any table to its address, which asks for no right."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
