from typing import Any

from django.contrib import admin
from django.db.models import ManyToManyField, QuerySet
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from composer_site.desk.admin import PartStackedInline, PublishableAdmin
from composer_site.desk.forms.autocomplete_widgets import TickedRows
from composer_site.desk.forms.staff_form import StaffForm
from composer_site.library.admin import thumbnail
from composer_site.values.codes import CodeSelect
from people.models import Person
from press.models import (
    Attachment,
    Contact,
    Correction,
    PressOffice,
    Quote,
    Statement,
)


class QuoteInline(PartStackedInline):
    model = Quote
    shared = (
        ("speaker", "speaker_organisation"),
        ("spoken_in", "wording"),
        ("source_title", "source_link"),
        ("approved_by", "approved_on"),
    )
    autocomplete_fields = ["speaker", "speaker_organisation"]

    def get_queryset(self, request: Any) -> QuerySet[Quote]:
        quotes = super().get_queryset(request).select_related("speaker_organisation")
        return quotes.prefetch_related("speaker__names")


class CorrectionInline(PartStackedInline):
    model = Correction
    shared = (("kind", "date"),)


class AttachmentInline(PartStackedInline):
    model = Attachment
    shared = (("file", "language"),)
    autocomplete_fields = ["file"]

    def get_queryset(self, request: Any) -> QuerySet[Attachment]:
        return super().get_queryset(request).select_related("file")


@admin.register(Statement)
class StatementAdmin(PublishableAdmin):
    shared = (
        "slug",
        ("source_language", "kind", "date", "date_precision"),
        ("films", "people"),
        ("issuers", "picture"),
        "contacts",
    )
    autocomplete_fields = ["issuers", "films", "people", "picture"]
    inlines = [QuoteInline, CorrectionInline, AttachmentInline]
    list_display = [
        "small",
        "__str__",
        "publication_status",
        "languages",
        "date",
        "kind",
        "updated_at",
    ]
    list_display_links = ["__str__"]
    list_select_related = ["picture"]
    list_filter = ["kind", ("films", admin.RelatedOnlyFieldListFilter), "source_language"]
    date_hierarchy = "date"
    search_fields = [
        "folded",
        "films__folded",
        "films__alternative_titles__folded",
        "people__names__folded",
    ]

    @admin.display(description=_("picture"))
    def small(self, statement: Statement) -> SafeString:
        return thumbnail(statement.picture)

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: Any, **kwargs: Any
    ) -> Any:
        if db_field.name == "contacts":
            kwargs["widget"] = TickedRows
        if db_field.name == "people":
            kwargs["queryset"] = Person.objects.prefetch_related("names")
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class ContactForm(StaffForm):
    class Meta:
        widgets = {"zone": CodeSelect}


class ContactInline(PartStackedInline):
    model = Contact
    form = ContactForm
    shared = (
        ("email", "telephone"),
        ("languages_spoken", "territories"),
        ("open_days", "opens_at", "closes_at", "zone"),
    )


@admin.register(PressOffice)
class PressOfficeAdmin(PublishableAdmin):
    """There is one: its list is its form."""

    shared = ("slug", ("source_language", "featured_film"))
    autocomplete_fields = ["featured_film"]
    inlines = [ContactInline]

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        office = PressOffice.objects.first()
        if office and self.has_view_or_change_permission(request, office):
            return redirect("admin:press_pressoffice_change", office.pk)
        return super().changelist_view(request, extra_context)

    def has_add_permission(self, request: Any) -> bool:
        """Asked several times a page."""
        if not super().has_add_permission(request):
            return False
        if not hasattr(request, "has_office"):
            request.has_office = PressOffice.objects.exists()
        return not request.has_office
