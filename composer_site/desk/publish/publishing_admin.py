"""The part of a publishable's admin that deals with editions: every page asks for its own right."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Script

from composer_site.desk.checks.page import checks_page
from composer_site.desk.forms.time_form import time_page
from composer_site.desk.history import pages as history
from composer_site.desk.history import preview
from composer_site.desk.history.edition_list import take_editions
from composer_site.desk.lists.states import state_of
from composer_site.desk.naming import name_of
from composer_site.desk.publish.bulk import bulk_page, take_selection
from composer_site.desk.publish.cancellation import cancel_page
from composer_site.desk.publish.publish_page import publish_page
from composer_site.desk.publish.withdrawal import withdrawal_page
from composer_site.desk.rights import PUBLISH, SEE_EDITIONS, WITHDRAW, may_move
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable

# Name → address under the thing's own, and view(model_admin, request, object_id, …).
PAGES: dict[str, tuple[str, Callable[..., HttpResponse]]] = {
    "publish": ("publish/", publish_page),
    "checks": ("checks/", checks_page),
    "withdraw": ("withdraw/", withdrawal_page),
    "time": ("time/", time_page),
    "saved": ("saved/<str:code>/", preview.saved_page),
    "editions": ("editions/", history.editions_page),
    "comparison": ("editions/comparison/", history.comparison_page),
    "edition": ("editions/<int:number>/<str:code>/", preview.edition_page),
    "cancel": ("editions/<int:number>/cancel/", cancel_page),
    "restore": ("editions/<int:number>/restore/", history.restore_page),
}
# Without arguments of their own, so that every page can lead to them.
MENU = ("change", "checks", "publish", "withdraw", "editions", "comparison", "time")
PUBLISH_BUTTON = "_publish"


class PublishingAdmin(admin.ModelAdmin):
    change_form_template = "admin/publishing/change_form.html"
    actions = ["publish_together", "move_scheduled"]

    @property
    def media(self) -> Media:
        return super().media + Media(js=[Script("admin_site/selection.js", defer=True)])

    def get_urls(self) -> list[Any]:
        # The literal addresses stand before those with a language code in their place.
        pages = sorted(PAGES.items(), key=lambda page: "<str" in page[1][0])
        return [
            self._pattern("publish_together", "publish-together/", bulk_page),
            *(self._pattern(name, f"<path:object_id>/{at}", view) for name, (at, view) in pages),
            *super().get_urls(),
        ]

    def _pattern(self, name: str, route: str, view: Callable[..., HttpResponse]) -> Any:
        guarded = self.admin_site.admin_view(update_wrapper(partial(view, self), view))
        return path(route, guarded, name=self._url_name(name))

    def _url_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def address(self, name: str, thing: Publishable, *args: Any) -> str:
        return reverse(f"admin:{self._url_name(name)}", args=[thing.pk, *args])

    def list_address(self, name: str) -> str:
        return reverse(f"admin:{self._url_name(name)}")

    @admin.action(description=gettext_lazy("Publish together…"), permissions=["publish"])
    def publish_together(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        return take_selection(self, request, queryset)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PUBLISH)

    @admin.action(description=gettext_lazy("Move to another time…"), permissions=["move"])
    def move_scheduled(
        self, request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        editions = Edition.objects.filter(uid__in=queryset.order_by().values("uid"))
        return take_editions(request, editions)

    def has_move_permission(self, request: HttpRequest) -> bool:
        return may_move(request.user)

    def thing(self, request: HttpRequest, object_id: str, *rights: str) -> Any:
        """The working copy, for those who may see it and hold the rights."""
        thing = self.get_object(request, object_id)
        if not request.user.has_perms(rights) or not self.has_view_permission(request, thing):
            raise PermissionDenied
        if thing is None:
            raise Http404
        return thing

    def address_after(self, request: HttpRequest, thing: Publishable) -> str:
        """Where the edition stands that was just made, for who may see it."""
        return self.address("editions" if request.user.has_perm(SEE_EDITIONS) else "change", thing)

    def context(
        self, request: HttpRequest, thing: Publishable, step: str, **context: Any
    ) -> dict[str, Any]:
        """What every page about the editions of a thing shows around its own content."""
        words = {"step": step, "name": name_of(thing)}
        return {
            **self.admin_site.each_context(request),
            **self.surroundings(request, thing),
            "opts": self.opts,
            "original": thing,
            "title": _("%(step)s: %(name)s") % words,
            **words,
            **context,
        }

    def surroundings(self, request: HttpRequest, thing: Publishable | None) -> dict[str, Any]:
        user = request.user
        may = {"may_publish": user.has_perm(PUBLISH), "may_withdraw": user.has_perm(WITHDRAW)}
        may["sees_editions"] = user.has_perm(SEE_EDITIONS)
        if thing is None:
            return may
        addresses = {name: self.address(name, thing) for name in MENU}
        state = state_of([thing])[thing.uid].known_to(user)
        return {**may, "addresses": addresses, "state": state}

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        view: Callable[..., HttpResponse] = partial(super().changeform_view, **options)
        if request.method == "POST" and preview.BUTTON in request.POST:
            return preview.undone(view, request, *args)
        return view(request, *args)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        context |= self.surroundings(request, context["original"])
        return super().render_change_form(request, context, *args, **options)

    def response_add(
        self, request: HttpRequest, obj: Publishable, post_url_continue: str | None = None
    ) -> HttpResponse:
        response = super().response_add
        return self._after_saving(request, obj, partial(response, request, obj, post_url_continue))

    def response_change(self, request: HttpRequest, obj: Publishable) -> HttpResponse:
        return self._after_saving(request, obj, partial(super().response_change, request, obj))

    def _after_saving(
        self, request: HttpRequest, thing: Publishable, respond: Callable[[], HttpResponse]
    ) -> HttpResponse:
        if preview.BUTTON in request.POST:
            raise preview.unsaved(request, thing)
        if PUBLISH_BUTTON in request.POST and request.user.has_perm(PUBLISH):
            return redirect(self.address("publish", thing))
        return respond()
