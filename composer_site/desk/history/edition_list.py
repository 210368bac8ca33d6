"""The record of what was public when, of all things in one list."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from composer_site.desk.addresses import model_url, move_address
from composer_site.desk.keys import KeyGuard
from composer_site.desk.lists import change_list as lists
from composer_site.desk.lists.filters import ByContentKind
from composer_site.desk.lists.publication_status import publishables
from composer_site.desk.lists.searching import search
from composer_site.desk.naming import named_things
from composer_site.desk.rights import may_move
from composer_site.publishing.editions import EditionQuerySet
from composer_site.publishing.models import Edition
from composer_site.values.languages import current

MAX_MOVED = 100  # together


def take_editions(request: HttpRequest, editions: EditionQuerySet) -> HttpResponse | None:
    """From a list to the page that moves those of them that are scheduled."""
    keys = list(editions.scheduled(timezone.now()).values_list("pk", flat=True)[: MAX_MOVED + 1])
    if not keys:
        messages.warning(request, gettext("Nothing of what you ticked is scheduled."))
    elif len(keys) > MAX_MOVED:
        sentence = gettext("At most %d editions move together. Tick fewer.")
        messages.error(request, sentence % MAX_MOVED)
    else:
        return redirect(move_address(keys))
    return None


class EditionChangeList(lists.TellingChangeList):
    """One query says what all the things of the page are called today."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        site = self.model_admin.admin_site
        every = {model.content_kind: site.get_model_admin(model) for model in publishables()}
        admins = {n: one for n, one in every.items() if one.has_view_permission(request)}
        uids = {edition.uid for edition in self.result_list}
        content_kinds = {edition.content_kind for edition in self.result_list}
        found = named_things(
            admins.values(), current(), dict.fromkeys(content_kinds, Q(uid__in=uids))
        )
        by_uid = {one.uid: one for one in found}
        for edition in self.result_list:
            edition.named = by_uid.get(edition.uid)
            edition.of = every[edition.content_kind].model
            edition.is_seen = edition.content_kind in admins


class EditionAdmin(KeyGuard, lists.PlainFilters):
    """It is written by publications, and read here."""

    list_display = ["thing", "__str__", "kind", "starts_at", "ends_at", "published_by", "note"]
    list_display_links = None
    list_filter = [ByContentKind, "kind"]
    list_select_related = ["published_by"]
    search_fields = ["folded", "pages__folded"]
    change_list_template = "admin/publishing/change_list.html"
    exclude = ["snapshot"]
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "starts_at"
    actions = ["move_scheduled"]

    class Media:
        css = {"all": ["admin_site/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).defer("snapshot")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[lists.TellingChangeList]:
        return EditionChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return search(queryset, self.get_search_fields(request), search_term), False

    @admin.action(description=_("Move to another time…"), permissions=["move"])
    def move_scheduled(
        self, request: HttpRequest, queryset: EditionQuerySet
    ) -> HttpResponse | None:
        return take_editions(request, queryset)

    def has_move_permission(self, request: HttpRequest) -> bool:
        return may_move(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    @admin.display(description=_("of"))
    def thing(self, edition: Any) -> SafeString | str:
        """Behind the link stand all its editions. Of what somebody may not see, this is its kind."""
        if not edition.is_seen:
            return capfirst(str(edition.of._meta.verbose_name))
        if edition.named is None:
            return str(_("(no longer exists)"))
        address = model_url(edition.of, "editions", edition.named.pk)
        return format_html('<a href="{}">{}</a>', address, edition.named.name)
