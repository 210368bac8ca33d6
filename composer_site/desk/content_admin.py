"""What the pages about the editions of a thing ask of the admin that they belong to."""

from typing import Any, Protocol

from django.contrib.admin import AdminSite
from django.db import models
from django.http import HttpRequest

from composer_site.publishing.working_copy import Publishable


class ContentAdmin(Protocol):
    model: type[Publishable]
    opts: Any
    admin_site: AdminSite

    def thing(self, request: HttpRequest, object_id: str, *rights: str) -> Any: ...
    def context(
        self, request: HttpRequest, thing: Publishable, step: str, **context: Any
    ) -> dict[str, Any]: ...
    def address(self, name: str, thing: Publishable, *args: Any) -> str: ...
    def address_after(self, request: HttpRequest, thing: Publishable) -> str: ...
    def list_address(self, name: str) -> str: ...
    def surroundings(self, request: HttpRequest, thing: Publishable | None) -> dict[str, Any]: ...
    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]: ...
    def has_view_permission(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool: ...
    def has_change_permission(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool: ...
