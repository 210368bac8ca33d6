from django.db import models
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from composer_site.library.models import Picture
from composer_site.publishing.working_copy import Publishable
from composer_site.values.richtext import PlainTextField, RichTextField
from films.models import Film
from people.models import BySlug, Organisation, Person
from press.models.office import Contact
from press.vocabulary import StatementKind


class Statement(Publishable):
    Kind = StatementKind

    class DatePrecision(models.TextChoices):
        DAY = "day", _("to the day")
        MONTH = "month", _("to the month")
        YEAR = "year", _("to the year")
        ABOUT = "about", _("about the year")

    content_kind = "statement"
    main_texts = ("headline", "body")
    found_by = ("slug", "headline", "standfirst")

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.PRESS_RELEASE
    )
    headline = TranslatedField(models.CharField(_("headline"), max_length=200, blank=True))
    standfirst = TranslatedField(
        PlainTextField(
            _("standfirst"),
            blank=True,
            help_text=_("Two sentences that say what is new. Lists and search engines show them."),
        )
    )
    place = TranslatedField(
        models.CharField(
            _("place"), max_length=120, blank=True, help_text=_("Of the dateline: Almaty.")
        )
    )
    date = models.DateField(_("date"), help_text=_("Of the dateline: what is shown and sorted by."))
    date_precision = models.CharField(
        _("known"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
        help_text=_("How much of the date is known. Only that much is shown."),
    )
    body = TranslatedField(
        RichTextField(
            _("text"),
            blank=True,
            help_text=_(
                "A paragraph that holds only [quote 1] places the first quote there. "
                "Quotes without a place follow the text."
            ),
        )
    )
    notes = TranslatedField(RichTextField(_("notes to editors"), blank=True))
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    issuers = models.ManyToManyField(
        Organisation, blank=True, related_name="statements", verbose_name=_("issued by")
    )
    films = models.ManyToManyField(
        Film, blank=True, related_name="statements", verbose_name=_("films it is about")
    )
    people = models.ManyToManyField(
        Person, blank=True, related_name="statements", verbose_name=_("people it is about")
    )
    contacts = models.ManyToManyField(
        Contact, blank=True, related_name="+", verbose_name=_("contacts")
    )

    objects = BySlug()

    class Meta:
        verbose_name = _("press statement")
        verbose_name_plural = _("press statements")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return self.headline or self.in_source("headline")

    @property
    def dated(self) -> str:
        """The date in EDTF, no more exact than it is known."""
        day, precision = self.date.isoformat(), self.DatePrecision
        less = {precision.MONTH: day[:7], precision.YEAR: day[:4], precision.ABOUT: f"{day[:4]}~"}
        return less.get(self.date_precision, day)
