"""Where and when a film is shown, what it won there, and what was written of it."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.publishing.working_copy import Part
from composer_site.values.codes import CodeField, country_choices, spoken_language_choices
from composer_site.values.dates import ZONES, UncertainDateField
from composer_site.values.richtext import PlainTextField
from films.models.film import Film
from films.vocabulary import ReleaseKind, Result, ScreeningKind


class Release(Part):
    Kind = ReleaseKind

    whole_name = "film"

    film = models.ForeignKey(Film, models.CASCADE, related_name="releases", verbose_name=_("film"))
    territory = CodeField(_("territory"), choices=country_choices, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.THEATRICAL)
    date = UncertainDateField(_("date"), blank=False)
    note = TranslatedField(
        models.CharField(
            _("note"),
            max_length=300,
            blank=True,
            help_text=_("For example what different sources say of the day."),
        )
    )
    distributor = models.CharField(_("distributor"), max_length=120, blank=True)
    certificate = models.CharField(_("certificate"), max_length=20, blank=True)

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "release")
        verbose_name_plural = pgettext_lazy("of a film", "releases")

    def __str__(self) -> str:
        return f"{self.territory} {self.date}"


class Screening(Part):
    """A screening, a festival's choice or an award. Its time is stored in UTC with its zone."""

    Kind = ScreeningKind
    Result = Result

    whole_name = "film"
    main_texts = ("event",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    film = models.ForeignKey(
        Film, models.CASCADE, related_name="screenings", verbose_name=_("film")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.FESTIVAL)
    event = TranslatedField(models.CharField(_("event"), max_length=200, blank=True))
    section = TranslatedField(
        models.CharField(
            _("section"), max_length=200, blank=True, help_text=_("For example: main competition.")
        )
    )
    date = UncertainDateField(_("date"))
    starts_at = models.DateTimeField(
        _("begins"), null=True, blank=True, help_text=_("Only where the hour is known.")
    )
    zone = models.CharField(_("time zone"), max_length=40, choices=ZONES, default="Asia/Almaty")
    venue = TranslatedField(models.CharField(_("venue"), max_length=200, blank=True))
    country = CodeField(_("country"), choices=country_choices, blank=True)
    award = TranslatedField(
        PlainTextField(_("award"), blank=True, help_text=_("One line for each award."))
    )
    result = models.CharField(_("result"), max_length=20, choices=Result.choices, blank=True)
    note = TranslatedField(models.CharField(_("note"), max_length=300, blank=True))
    link = models.URLField(_("link"), blank=True)

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "screening or award")
        verbose_name_plural = pgettext_lazy("of a film", "screenings and awards")

    def __str__(self) -> str:
        return self.event or f"{self.kind} {self.date}"

    @property
    def local_start(self) -> dt.datetime | None:
        """On the clock of its zone."""
        return self.starts_at.astimezone(ZoneInfo(self.zone)) if self.starts_at else None

    def clean(self) -> None:
        super().clean()
        if not self.date and not self.starts_at:
            raise ValidationError({"date": _("Give its date, or the time at which it begins.")})
        # Beyond, the clock of another zone may show a year that no calendar has.
        if self.starts_at and not 1800 < self.starts_at.year < 2100:
            raise ValidationError({"starts_at": _("The calendar has no such time.")})


class Review(Part):
    """What an outlet wrote: an extract in its own language, and translated where there is one."""

    whole_name = "film"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    film = models.ForeignKey(Film, models.CASCADE, related_name="reviews", verbose_name=_("film"))
    outlet = models.CharField(_("outlet"), max_length=120)
    author = models.CharField(_("author"), max_length=120, blank=True)
    extract = TranslatedField(
        PlainTextField(_("extract"), blank=True, help_text=_("Without quotation marks."))
    )
    language = CodeField(_("written in"), choices=spoken_language_choices, blank=True)
    rating = models.CharField(
        _("rating"), max_length=20, blank=True, help_text=_("As the outlet gives it: 5/10.")
    )
    date = UncertainDateField(_("date"))
    link = models.URLField(_("link"), blank=True)

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "review")
        verbose_name_plural = pgettext_lazy("of a film", "reviews")

    def __str__(self) -> str:
        return self.outlet
