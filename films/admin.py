from copy import deepcopy
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from composer_site.desk.admin import PublishableAdmin
from composer_site.desk.forms.identified import Identified
from composer_site.desk.lists.change_list import language_marks
from composer_site.desk.lists.filters import InUse
from composer_site.desk.ordered_parts import OrderedPartAdmin
from composer_site.library.admin import thumbnail
from films.forms import CreditForm, NewStillsForm
from films.inlines import INLINES
from films.models import Credit, Film, FilmClaim, Still
from films.tables import CREDITS, RELEASES


@admin.register(Film)
class FilmAdmin(Identified, PublishableAdmin):
    shared = (
        "slug",
        ("source_language", "status", "year"),
        ("poster", "hero"),
        ("credits_link", "stills_link", "claims_link"),
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
    readonly_fields = ["credits_link", "stills_link", "claims_link"]
    identifiers = {
        "imdb": "imdb_title",
        "tmdb": "tmdb",
        "wikidata": "wikidata",
        "eidr": "eidr",
        "isan": "isan",
    }
    autocomplete_fields = ["poster", "hero"]
    inlines = INLINES
    tables = (RELEASES,)
    list_display = [
        "picture",
        "__str__",
        "publication_status",
        "languages",
        "year",
        "status",
        "updated_at",
    ]
    list_display_links = ["__str__"]
    list_filter = ["status", "source_language"]
    list_select_related = ["poster"]
    search_fields = ["folded", "alternative_titles__folded"]

    @admin.display(description=_("picture"))
    def picture(self, film: Film) -> SafeString:
        return thumbnail(film.poster)

    @admin.display(description=_("credits"))
    def credits_link(self, film: Film) -> str | SafeString:
        """Credits have a list of their own: 145 of them inline are more than a form may carry."""
        if film.pk is None:
            return _("Save the film first, then add its credits.")
        text = ngettext_lazy("%d credit: see, add and order", "%d credits: see, add and order")
        return link_to_list(film.credits, text)

    @admin.display(description=pgettext_lazy("of a film", "stills"))
    def stills_link(self, film: Film) -> str | SafeString:
        if film.pk is None:
            return _("Save the film first, then add its stills.")
        text = ngettext_lazy("%d still: see, add and order", "%d stills: see, add and order")
        return link_to_list(film.stills, text)

    @admin.display(description=pgettext_lazy("of a source", "claims"))
    def claims_link(self, film: Film) -> str | SafeString:
        if film.pk is None:
            return _("Save the film first, then add what its sources say.")
        text = ngettext_lazy("%d claim: see, add and order", "%d claims: see, add and order")
        return link_to_list(film.claims, text)


def link_to_list(parts: Any, text: Any) -> SafeString:
    """To the list of a film's parts of one kind, in words that say how many they are."""
    name = f"films_{parts.model._meta.model_name}"
    address = f"{reverse(f'admin:{name}_changelist')}?film__id__exact={parts.instance.pk}"
    return format_html('<a href="{}">{}</a>', address, text % parts.count())


@admin.register(Credit)
class CreditAdmin(OrderedPartAdmin):
    form = CreditForm
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
        "folded",
        "person__names__folded",
        "portrays__names__folded",
        "organisation__folded",
    ]

    def get_queryset(self, request: Any) -> QuerySet[Credit]:
        return super().get_queryset(request).prefetch_related("person__names")

    @admin.display(description=_("person or organisation"))
    def holder(self, credit: Credit) -> str:
        return str(credit.person or credit.organisation)

    @admin.display(description=_("character"))
    def character(self, credit: Credit) -> str:
        return credit.character


@admin.register(Still)
class StillAdmin(OrderedPartAdmin):
    shared = ("film", "picture", "kind")
    autocomplete_fields = ["film", "picture"]
    list_display = ["small", "picture", "kind", "film", "languages"]
    list_display_links = ["picture"]
    list_filter = [("film", admin.RelatedOnlyFieldListFilter), ("kind", InUse)]
    list_select_related = ["film", "picture"]
    search_fields = ["picture__folded"]

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            fieldsets[0] = (None, {**fieldsets[0][1], "fields": ("film", "kind", "pictures")})
        return fieldsets

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        form = super().get_form(request, obj, change, **kwargs, form=NewStillsForm)
        pictures = deepcopy(form.base_fields["pictures"])  # every request's form has the same one
        of_one = self.opts.get_field("picture")
        form.base_fields["pictures"] = self.narrowed(pictures, of_one, request)
        return form

    def save_model(self, request: Any, obj: Still, form: Any, change: bool) -> None:
        if change:
            return super().save_model(request, obj, form, change)
        obj.picture, *others = form.chosen()
        super().save_model(request, obj, form, change)
        for picture in others:
            still = Still(film=obj.film, kind=obj.kind, picture=picture)
            super().save_model(request, still, form, change)

    @admin.display(description=_("picture"))
    def small(self, still: Still) -> SafeString | str:
        return thumbnail(still.picture)

    @admin.display(description=_("languages"))
    def languages(self, still: Still) -> SafeString:
        """Of its picture's texts: a still has none of its own."""
        return language_marks(still.picture)


@admin.register(FilmClaim)
class FilmClaimAdmin(OrderedPartAdmin):
    shared = (
        "film",
        ("topic", "date"),
        ("outlet", "title"),
        "link",
        ("printed_on", "language"),
    )
    autocomplete_fields = ["film"]
    list_display = ["topic", "says", "date", "outlet", "film", "languages"]
    list_display_links = ["says"]
    list_filter = [("film", admin.RelatedOnlyFieldListFilter), "topic", "outlet"]
    list_select_related = ["film"]
    search_fields = ["folded"]

    @admin.display(description=_("what this source says"))
    def says(self, claim: FilmClaim) -> str:
        return claim.says or str(claim)
