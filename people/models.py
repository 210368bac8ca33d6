from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from composer_site.library.models import Picture
from composer_site.publishing.documents import Document
from composer_site.publishing.finding import Findable
from composer_site.publishing.working_copy import Part, Publishable
from composer_site.sources.claims import Claim
from composer_site.values import languages
from composer_site.values.codes import (
    CodeField,
    CodesField,
    country_choices,
    spoken_language_choices,
)
from composer_site.values.dates import UncertainDateField, bounds
from composer_site.values.identifiers import validate_imdb_name, validate_viaf, validate_wikidata
from composer_site.values.richtext import PlainTextField, RichTextField
from people.vocabulary import NameKind, NameTag, OrganisationKind, WorkKind


class BySlug(models.Manager[Any]):
    """Fixtures name rows by their address."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class Person(Publishable):
    content_kind = "person"
    named_by = ("names",)
    main_texts = ("biography",)
    found_by = ("slug",)  # and by its names

    occupation = TranslatedField(models.CharField(_("occupation"), max_length=200, blank=True))
    biography = TranslatedField(
        RichTextField(
            _("biography"),
            blank=True,
            help_text=_("Three to six paragraphs. Every date and claim should have a source."),
        )
    )
    not_known = TranslatedField(
        PlainTextField(
            _("what is not known"),
            blank=True,
            help_text=_("One line for each thing that no source was found for."),
        )
    )
    portrait = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    born = UncertainDateField(_("born"))
    born_place = TranslatedField(
        models.CharField(
            _("place of birth"),
            max_length=200,
            blank=True,
            help_text=_("As it was named then."),
        )
    )
    died = UncertainDateField(_("died"))
    died_place = TranslatedField(
        models.CharField(
            _("place of death"),
            max_length=200,
            blank=True,
            help_text=_("As it was named then."),
        )
    )
    imdb = models.CharField("IMDb", max_length=20, blank=True, validators=[validate_imdb_name])
    wikidata = models.CharField(
        "Wikidata", max_length=20, blank=True, validators=[validate_wikidata]
    )
    viaf = models.CharField("VIAF", max_length=30, blank=True, validators=[validate_viaf])

    objects = BySlug()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["slug"]

    def __str__(self) -> str:
        name = self.name_for(languages.current().code)
        return name.value if name else self.slug

    def clean(self) -> None:
        super().clean()
        if self.born and self.died and bounds(self.died)[1] < bounds(self.born)[0]:
            raise ValidationError({"died": _("This day lies before the day of birth.")})

    def warnings_before_publication(self) -> dict[str, str]:
        preferred = {code for name in self.names.all() for code in name.preferred_for}
        lacking = [
            language.name
            for code, language in languages.LANGUAGES.items()
            if code not in preferred and getattr(self, f"biography_{language.suffix}")
        ]
        sentence = gettext(
            "No name is preferred in: %s. Without one, the page does not count as a translation."
        )
        return {"names": sentence % ", ".join(lacking)} if lacking else {}

    @classmethod
    def rejected_names(cls) -> Iterable[tuple[str, Publishable]]:
        rejected = PersonName.objects.filter(kind=PersonName.Kind.REJECTED)
        rows = rejected.select_related("person").prefetch_related("person__names")
        return [(name.value, name.person) for name in rows]

    def name_for(self, language: str) -> "PersonName | None":
        """The form preferred in that language, else an official one, else any fit to be shown."""
        shown = [name for name in self.names.all() if name.kind != PersonName.Kind.REJECTED]
        return min(shown, key=lambda name: name.distance(language), default=None)

    def name_in(self, language: str) -> Document:
        name = self.name_for(language)
        return {"text": name.value, "lang": name.tag} if name else {"text": self.slug, "lang": "en"}


class PersonName(Part, Findable):
    """A name in one script, kept as it is printed. Never split or transliterated by program."""

    Kind = NameKind

    Tag = NameTag

    whole_name = "person"
    found_by = ("value", "sort_as")

    person = models.ForeignKey(Person, models.CASCADE, related_name="names")
    value = models.CharField(_("name"), max_length=120)
    tag = models.CharField(_("language and script"), max_length=20, choices=Tag.choices)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NATIVE)
    preferred_for = CodesField(
        _("preferred on"),
        choices=languages.CHOICES,
        help_text=_("The site languages whose pages print this form."),
    )
    family = models.CharField(_("family name"), max_length=80, blank=True)
    given = models.CharField(_("given name"), max_length=80, blank=True)
    family_first = models.BooleanField(_("family name first"), default=False)
    sort_as = models.CharField(
        _("sorted as"),
        max_length=120,
        blank=True,
        help_text=_("For Chinese, the pinyin; else the name as lists sort it, family name first."),
    )

    class Meta(Part.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")

    def __str__(self) -> str:
        return self.value

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.REJECTED and self.preferred_for:
            raise ValidationError(
                {"preferred_for": _("A rejected form cannot be preferred anywhere.")}
            )

    def distance(self, language: str) -> tuple[bool, bool, int]:
        return (
            language not in self.preferred_for,
            self.kind != self.Kind.CREDIT,
            self.position,
        )


class Work(Part):
    """What they wrote, besides the films of this site."""

    Kind = WorkKind

    whole_name = "person"
    main_texts = ("title",)

    person = models.ForeignKey(Person, models.CASCADE, related_name="works")
    title = TranslatedField(
        models.CharField(
            _("title"), max_length=200, blank=True, help_text=_("Without quotation marks.")
        )
    )
    original_title = models.CharField(_("original title"), max_length=200, blank=True)
    original_language = CodeField(
        _("language of the original title"), choices=spoken_language_choices, blank=True
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    date = UncertainDateField(_("date"))
    place = TranslatedField(models.CharField(_("place"), max_length=200, blank=True))
    note = TranslatedField(models.CharField(_("note"), max_length=400, blank=True))

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a composer", "work")
        verbose_name_plural = pgettext_lazy("of a composer", "works")

    def __str__(self) -> str:
        return self.title or self.original_title


class PersonClaim(Claim):
    whole_name = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="claims")


class Organisation(Publishable):
    Kind = OrganisationKind

    content_kind = "organisation"
    main_texts = ("name",)
    found_by = ("slug", "name")

    name = TranslatedField(
        models.CharField(pgettext_lazy("of an organisation", "name"), max_length=200, blank=True)
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    country = CodeField(_("country"), choices=country_choices, blank=True)
    logo = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    website = models.URLField(_("website"), blank=True)
    boilerplate = TranslatedField(
        PlainTextField(
            _("about the organisation"),
            blank=True,
            help_text=_("Two or three sentences that stand under its press releases."),
        )
    )

    objects = BySlug()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.in_source("name")
