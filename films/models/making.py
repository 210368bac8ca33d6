"""What a film is called, where and how it was made, and what sources say of it."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.publishing.finding import Findable
from composer_site.publishing.working_copy import Part
from composer_site.sources.claims import Claim
from composer_site.values.codes import CodeField, country_choices, spoken_language_choices
from composer_site.values.dates import UncertainDateField
from composer_site.values.richtext import PlainTextField
from films.models.film import Film
from films.vocabulary import PlaceKind, TitleKind


class AlternativeTitle(Part, Findable):
    Kind = TitleKind

    whole_name = "film"
    found_by = ("text",)

    film = models.ForeignKey(
        Film, models.CASCADE, related_name="alternative_titles", verbose_name=_("film")
    )
    text = models.CharField(_("title"), max_length=200)
    language = CodeField(_("language"), choices=spoken_language_choices, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    note = TranslatedField(models.CharField(_("note"), max_length=300, blank=True))

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "alternative title")
        verbose_name_plural = pgettext_lazy("of a film", "alternative titles")

    def __str__(self) -> str:
        return self.text


def degrees(label: Any, most: int, help_text: Any) -> Any:
    """About a metre exact, from -`most` to `most`."""
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=help_text,
        validators=[MinValueValidator(Decimal(-most)), MaxValueValidator(Decimal(most))],
    )


class Location(Part):
    Kind = PlaceKind

    whole_name = "film"
    main_texts = ("place",)

    film = models.ForeignKey(Film, models.CASCADE, related_name="locations", verbose_name=_("film"))
    place = TranslatedField(models.CharField(_("place"), max_length=200, blank=True))
    country = CodeField(_("country"), choices=country_choices, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.SHOOTING)
    latitude = degrees(_("latitude"), 90, _("In degrees; south is negative."))
    longitude = degrees(_("longitude"), 180, _("In degrees; west is negative."))
    date = UncertainDateField(_("date"))
    note = TranslatedField(models.CharField(_("note"), max_length=300, blank=True))

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "location")
        verbose_name_plural = pgettext_lazy("of a film", "locations")

    def __str__(self) -> str:
        return self.place

    def clean(self) -> None:
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both the latitude and the longitude.")})


class Milestone(Part):
    whole_name = "film"
    main_texts = ("headline",)

    film = models.ForeignKey(
        Film, models.CASCADE, related_name="milestones", verbose_name=_("film")
    )
    date = UncertainDateField(_("date"), blank=False)
    headline = TranslatedField(models.CharField(_("headline"), max_length=200, blank=True))
    text = TranslatedField(PlainTextField(_("text"), blank=True))

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "milestone")
        verbose_name_plural = pgettext_lazy("of a film", "milestones")

    def __str__(self) -> str:
        return self.headline or self.date


class FilmClaim(Claim, Findable):
    whole_name = "film"
    found_by = ("topic", "outlet", "title", "heading", "says", "film_shows")

    film = models.ForeignKey(Film, models.CASCADE, related_name="claims", verbose_name=_("film"))
    film_shows = TranslatedField(
        models.CharField(
            _("what the film shows"),
            max_length=400,
            blank=True,
            help_text=_("Stands beside what the records say. Once is enough for the topic."),
        )
    )
