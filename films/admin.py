from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from composer_site.library.admin import thumbnail
from composer_site.publishing.admin import PartStackedInline, PublishableAdmin
from composer_site.publishing.desk.filters import InUse
from composer_site.publishing.desk.ordering import OrderedPartAdmin
from composer_site.publishing.desk.searching import in_all
from films.models import Credit, Film, Release
from films.tables import CREDITS, RELEASES


class ReleaseInline(PartStackedInline):
    model = Release
    shared = (("territory", "kind", "date"), ("distributor", "certificate"))


@admin.register(Film)
class FilmAdmin(PublishableAdmin):
    shared = (
        "slug",
        ("source_language", "status", "year"),
        ("poster", "hero"),
        "credits_link",
    )
    groups = (
        (
            _("Facts"),
            (
                ("countries", "spoken_languages", "genres"),
                ("running_time", "aspect_ratio", "shooting_format"),
                ("sound", "colour"),
            ),
        ),
        (_("Numbers in other databases"), (("imdb", "tmdb", "wikidata"), ("eidr", "isan"))),
    )
    readonly_fields = ["credits_link"]
    autocomplete_fields = ["poster", "hero"]
    inlines = [ReleaseInline]
    tables = (RELEASES,)
    list_display = [
        "picture",
        "__str__",
        "standing",
        "languages",
        "year",
        "status",
        "updated_at",
    ]
    list_display_links = ["__str__"]
    list_filter = ["status", "source_language"]
    list_select_related = ["poster"]
    search_fields = ["slug", *in_all("title")]

    @admin.display(description="")
    def picture(self, film: Film) -> SafeString:
        return thumbnail(film.poster)

    @admin.display(description=_("credits"))
    def credits_link(self, film: Film) -> str | SafeString:
        """Credits have a list of their own: 145 of them inline are more than a form may carry."""
        if film.pk is None:
            return _("Save the film first, then add its credits.")
        count = film.credits.count()
        text = ngettext("%d credit: see, add and order", "%d credits: see, add and order", count)
        address = f"{reverse('admin:films_credit_changelist')}?film__id__exact={film.pk}"
        return format_html('<a href="{}">{}</a>', address, text % count)


@admin.register(Credit)
class CreditAdmin(OrderedPartAdmin):
    shared = (
        "film",
        ("person", "organisation"),
        ("department", "role"),
        ("portrays", "mark"),
        "credited_as",
    )
    autocomplete_fields = ["film", "person", "organisation", "portrays"]
    tables = (CREDITS,)
    list_display = ["holder", "department", "role", "character", "film", "languages"]
    list_display_links = ["holder"]
    list_filter = [
        ("film", admin.RelatedOnlyFieldListFilter),
        ("department", InUse),
        ("role", InUse),
    ]
    list_select_related = ["film", "person", "organisation"]
    search_fields = [
        "person__names__value",
        "portrays__names__value",
        *in_all("name", of="organisation"),
        *in_all("character"),
        "credited_as",
    ]

    def get_queryset(self, request: Any) -> QuerySet[Credit]:
        return super().get_queryset(request).prefetch_related("person__names")

    @admin.display(description=_("person or organisation"))
    def holder(self, credit: Credit) -> str:
        return str(credit.person or credit.organisation)

    @admin.display(description=_("character"))
    def character(self, credit: Credit) -> str:
        return credit.character
