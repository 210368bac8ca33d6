import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from composer_site.codes import CodeField, CodesField, country_choices, spoken_language_choices
from composer_site.dates import ZONES
from composer_site.languages import LANGUAGES
from composer_site.library.models import Picture
from composer_site.publishing.working_copy import Part, Publishable
from composer_site.richtext import RichTextField
from films.models import Film
from people.models import BySlug, Organisation, Person
from press.vocabulary import StatementKind, Wording


class PressOffice(Publishable):
    """One row: who speaks here, and the site's plain texts."""

    noun_name = "press_office"
    main_texts = ("name", "about")

    name = TranslatedField(
        models.CharField(
            _("name of the site"), max_length=120, blank=True, help_text=_("Heads every page.")
        )
    )
    notice = TranslatedField(
        models.CharField(
            _("notice"),
            max_length=300,
            blank=True,
            help_text=_("One sentence at the foot of every page. Usually empty."),
        )
    )
    about = TranslatedField(RichTextField(_("about"), blank=True))
    terms = TranslatedField(RichTextField(_("terms of use"), blank=True))
    privacy = TranslatedField(RichTextField(_("privacy"), blank=True))
    accessibility = TranslatedField(RichTextField(_("accessibility statement"), blank=True))
    imprint = TranslatedField(RichTextField(_("imprint"), blank=True))
    featured_film = models.ForeignKey(
        Film,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("featured film"),
        help_text=_("Opens the home page."),
    )

    objects = BySlug()

    class Meta:
        verbose_name = _("press office")
        verbose_name_plural = _("press office")

    def __str__(self) -> str:
        return self.name or self.in_source("name")

    def clean(self) -> None:
        super().clean()
        if PressOffice.objects.exclude(pk=self.pk).exists():
            raise ValidationError(_("There is one press office already. Change that one."))


class Contact(Part):
    whole_name = "press_office"
    main_texts = ("role",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    press_office = models.ForeignKey(PressOffice, models.CASCADE, related_name="contacts")
    role = TranslatedField(
        models.CharField(pgettext_lazy("of a contact", "role"), max_length=120, blank=True)
    )
    name = TranslatedField(models.CharField(_("name"), max_length=120, blank=True))
    languages_spoken = CodesField(_("languages spoken"), choices=spoken_language_choices)
    territories = CodesField(_("territories"), choices=country_choices)
    hours = TranslatedField(
        models.CharField(
            _("hours"), max_length=120, blank=True, help_text=_("For example: Mon–Fri, 9:00–18:00.")
        )
    )
    zone = models.CharField(_("time zone"), max_length=40, choices=ZONES, default="Asia/Almaty")
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.name or self.role or self.email

    def clean(self) -> None:
        super().clean()
        if not self.email and not self.telephone:
            raise ValidationError(_("Give an e-mail address or a telephone number."))


class Statement(Publishable):
    Kind = StatementKind

    class DatePrecision(models.TextChoices):
        DAY = "day", _("to the day")
        MONTH = "month", _("to the month")
        YEAR = "year", _("to the year")
        ABOUT = "about", _("about the year")

    noun_name = "statement"
    main_texts = ("headline", "body")

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.PRESS_RELEASE
    )
    headline = TranslatedField(models.CharField(_("headline"), max_length=200, blank=True))
    standfirst = TranslatedField(
        models.TextField(
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

    def release_warnings(self) -> list[str]:
        if self.quotes.filter(approved_on=None).exists():
            return [gettext("Not every quote has been approved by its speaker.")]
        return []

    @property
    def dated(self) -> str:
        """The date in EDTF, no more exact than it is known."""
        day, precision = self.date.isoformat(), self.DatePrecision
        less = {precision.MONTH: day[:7], precision.YEAR: day[:4], precision.ABOUT: f"{day[:4]}~"}
        return less.get(self.date_precision, day)


class Quote(Part):
    """What somebody said: never without its speaker, its language and how exact the wording is."""

    Wording = Wording

    whole_name = "statement"
    main_texts = ("text",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="quotes")
    text = TranslatedField(
        models.TextField(_("quote"), blank=True, help_text=_("Without quotation marks."))
    )
    speaker = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("speaker"),
    )
    speaker_organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("speaking organisation"),
    )
    speaker_described = TranslatedField(
        models.CharField(
            _("speaker, described"),
            max_length=200,
            blank=True,
            help_text=_("Where the name is not known: “a daughter of the composer”."),
        )
    )
    spoken_in = CodeField(
        _("said in"),
        choices=spoken_language_choices,
        blank=True,
        help_text=_("The language the words were said in. Leave empty if it is not known."),
    )
    wording = models.CharField(_("wording"), max_length=20, choices=Wording.choices)
    source_title = models.CharField(_("source"), max_length=200, blank=True)
    source_link = models.URLField(_("link to the source"), blank=True)
    approved_by = models.CharField(_("approved by"), max_length=120, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        super().clean()
        described = self.described_in_source()
        named = [self.speaker_id, self.speaker_organisation_id, described]
        if not any(named):
            raise ValidationError(
                _("A quote needs its speaker: a person, an organisation, or a description.")
            )

    def described_in_source(self) -> str:
        if not self.whole_is_known() and self.statement_id is None:
            return self.speaker_described
        language = LANGUAGES.get(self.statement.source_language)
        return getattr(self, f"speaker_described_{language.suffix}") if language else ""
