from collections import Counter
from typing import Any

from adminsortable2.admin import CustomInlineFormSet
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, TextField, When
from django.db.models.functions import Cast, Coalesce
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from composer_site.desk.admin import PartStackedInline, PublishableAdmin
from composer_site.desk.forms.identified import Identified
from composer_site.library.admin import thumbnail
from composer_site.values.codes import CodeSelect
from composer_site.values.languages import LANGUAGES, Language
from composer_site.visitors.templatetags.words import listed
from people.alphabet import AlphabeticalChangeList
from people.models import Organisation, Person, PersonClaim, PersonName, Work
from people.tables import NAMES, PEOPLE
from people.vocabulary import NameKind


class PersonNameFormSet(CustomInlineFormSet):
    def clean(self) -> None:
        super().clean()
        if doubled := [language.name for language in self.preferred_twice()]:
            sentence = _("More than one name is preferred on the pages in: %s. Keep one for each.")
            raise ValidationError(sentence % listed(doubled))

    def preferred_twice(self) -> list[Language]:
        """As far as this form says what is preferred: a translator's does not."""
        kept = [form for form in self.forms if not self._should_delete_form(form)]
        preferred = [form.instance for form in kept if "preferred_for" in form.fields]
        counts = Counter(code for name in preferred for code in name.preferred_for)
        return [language for code, language in LANGUAGES.items() if counts[code] > 1]


class PersonNameInline(PartStackedInline):
    model = PersonName
    formset = PersonNameFormSet
    shared = (
        ("value", "tag", "kind", "preferred_for"),
        ("family", "given", "family_first", "sort_as"),
    )

    def formfield_for_choice_field(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Of two dozen tags, as of languages: each row would list them all."""
        if db_field.name == "tag":
            kwargs["widget"] = CodeSelect()
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class WorkInline(PartStackedInline):
    model = Work
    classes = ["collapse"]
    shared = (("kind", "date"), ("original_title", "original_language"))


class PersonClaimInline(PartStackedInline):
    model = PersonClaim
    classes = ["collapse"]
    shared = (("topic", "date"), ("outlet", "title", "link"), ("printed_on", "language"))


@admin.register(Person)
class PersonAdmin(Identified, PublishableAdmin):
    shared = ("slug", ("source_language", "portrait"), ("born", "died"))
    groups = ((_("Numbers in other databases"), (("imdb", "wikidata", "viaf"),)),)
    identifiers = {"imdb": "imdb_name", "wikidata": "wikidata", "viaf": "viaf"}
    autocomplete_fields = ["portrait"]
    inlines = [PersonNameInline, WorkInline, PersonClaimInline]
    tables = (PEOPLE, NAMES)
    list_display = ["picture", "__str__", "publication_status", "languages", "born", "updated_at"]
    list_display_links = ["__str__"]
    list_select_related = ["portrait"]
    search_fields = ["folded", "names__folded"]

    def get_queryset(self, request: Any) -> QuerySet[Person]:
        return super().get_queryset(request).prefetch_related("names")

    def get_changelist(self, request: Any, **kwargs: Any) -> type[AlphabeticalChangeList]:
        return AlphabeticalChangeList

    def called(self, language: Language) -> Any:
        """As `Person.name_for` chooses it."""
        names = PersonName.objects.filter(person=OuterRef("pk")).exclude(kind=NameKind.REJECTED)
        preferred = names.annotate(codes=Cast("preferred_for", TextField())).order_by(
            Case(When(codes__contains=f'"{language.code}"', then=0), default=1),
            Case(When(kind=NameKind.CREDIT, then=0), default=1),
            "position",
            "pk",
        )
        return Coalesce(Subquery(preferred.values("value")[:1]), "slug", output_field=CharField())

    @admin.display(description=_("picture"))
    def picture(self, person: Person) -> SafeString:
        return thumbnail(person.portrait)


@admin.register(Organisation)
class OrganisationAdmin(PublishableAdmin):
    shared = ("slug", ("source_language", "kind", "country"), ("website", "logo"))
    autocomplete_fields = ["logo"]
    list_display = ["picture", "__str__", "publication_status", "languages", "kind", "updated_at"]
    list_display_links = ["__str__"]
    list_filter = ["kind", "source_language"]
    list_select_related = ["logo"]
    search_fields = ["folded"]

    @admin.display(description=_("picture"))
    def picture(self, organisation: Organisation) -> SafeString:
        return thumbnail(organisation.logo)
