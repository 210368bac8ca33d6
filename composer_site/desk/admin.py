"""The admin of every publishable: language tabs, states, rights, and no lost work."""

from typing import Any

from adminsortable2.admin import SortableAdminBase, SortableStackedInline
from django.contrib import admin
from django.db import models
from django.db.models import CharField, QuerySet
from django.forms import TextInput
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from js_asset import Media, Script

from composer_site.desk.forms.autocomplete_widgets import Choosing
from composer_site.desk.forms.deletion import DeletionGuard
from composer_site.desk.forms.edit_conflicts import FreshAdmin
from composer_site.desk.forms.indents import without_indents
from composer_site.desk.forms.language_tabs import Fieldset, LanguageTabs
from composer_site.desk.forms.staff_form import StaffForm
from composer_site.desk.forms.translators import SourceGuard, writes_source
from composer_site.desk.history.edition_list import EditionAdmin
from composer_site.desk.lists import change_list as lists
from composer_site.desk.lists.filters import ByState, Stale, Untranslated
from composer_site.desk.lists.searching import search
from composer_site.desk.log import LoggingAdmin
from composer_site.desk.naming import in_words
from composer_site.desk.publish.publishing_admin import PublishingAdmin
from composer_site.desk.tables.exchange import ExchangingAdmin
from composer_site.publishing.models import Edition
from composer_site.publishing.translations import Translatable
from composer_site.values.languages import Language

MAX_PARTS = 200  # of one kind, in one form; those that may be hundreds have lists of their own


class WritingAdmin(
    FreshAdmin,
    SourceGuard,
    LanguageTabs,
    Choosing,
    ExchangingAdmin,
    LoggingAdmin,
    lists.PlainFilters,
):
    """The admin of anything that staff write, be it published itself or shown by what is."""

    form = StaffForm
    list_per_page = 50
    show_full_result_count = False
    change_list_template = "admin/publishing/change_list.html"

    class Media:
        css = {"all": ["admin_site/admin.css"]}
        js = [
            Script("admin_site/language_tabs.js", defer=True),
            Script("admin_site/order.js", defer=True),
            Script("admin_site/choosing.js", defer=True),
        ]

    def depiction(self, row: models.Model) -> SafeString | str:
        """An image of what its texts are about, beside them at the translation desk."""
        return ""

    def section(self) -> tuple[str, Any] | None:
        """A section of its own on the first page: (template, what it calls `section`)."""
        return None

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), Untranslated, Stale]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return search(queryset, self.get_search_fields(request), search_term), False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        nonce = request.csp_nonce  # type: ignore[attr-defined]  # of our own middleware
        context["media"] = Media.from_media(context["media"], nonce=nonce)
        response = super().render_change_form(request, context, *args, **kwargs)
        response.add_post_render_callback(without_indents)
        return response


class PublishableAdmin(DeletionGuard, SortableAdminBase, PublishingAdmin, WritingAdmin):
    """The admin of a working copy."""

    list_display = ["__str__", "languages", "publication_status", "updated_at"]
    list_filter = ["source_language"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[lists.StateChangeList]:
        return lists.StateChangeList

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [ByState, *super().get_list_filter(request)]

    def called(self, language: Language) -> Any:
        """What a row is called, as the database says it: by its first text, as `str` does."""
        return in_words(self.model.main_texts[0], language)

    @admin.display(description=_("languages"))
    def languages(self, row: Translatable) -> SafeString:
        return lists.language_marks(row)

    @admin.display(description=_("state"))
    def publication_status(self, row: Any) -> SafeString:
        return lists.state_marks(row.state)


class PartStackedInline(SourceGuard, LanguageTabs, Choosing, SortableStackedInline):
    """Parts with texts in four languages, ordered by those who write the source."""

    form = StaffForm
    extra = 0
    template = "admin/publishing/parts.html"
    formfield_overrides = {**LanguageTabs.formfield_overrides, CharField: {"widget": TextInput}}

    def get_formset(
        self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any
    ) -> Any:
        """The heading says how many there are: it is all that shows of a collapsed list."""
        count = 0
        if obj:
            parts = self.model._default_manager.filter(**{self.model.whole_name: obj.pk})
            count = parts.count()
            heading = f"{self.opts.verbose_name_plural} ({count})"
            self.verbose_name_plural = heading  # of this request: it has its own inlines
        # Whatever number a forged form names, no more rows are read and drawn than these.
        most = max(MAX_PARTS, count)
        return super().get_formset(request, obj, max_num=most, absolute_max=most, **kwargs)

    def get_fieldsets(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[Fieldset]:
        (title, first), *languages = super().get_fieldsets(request, obj)
        if writes_source(request.user):
            first = {**first, "fields": (*self.shared, "position")}
        return [(title, first), *languages]


admin.site.register(Edition, EditionAdmin)
