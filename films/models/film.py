from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.codes import CodeField, CodesField, country_choices, spoken_language_choices
from composer_site.dates import UncertainDateField
from composer_site.identifiers import (
    validate_eidr,
    validate_imdb_title,
    validate_isan,
    validate_tmdb,
    validate_wikidata,
)
from composer_site.library.models import Picture
from composer_site.publishing.working_copy import Part, Publishable
from composer_site.richtext import RichTextField
from films.vocabulary import Colour, Department, Genre, Mark, ReleaseKind, Role, Status
from people.models import BySlug, Organisation, Person


class Film(Publishable):
    noun_name = "film"
    main_texts = ("title", "synopsis")

    title = TranslatedField(models.CharField(_("title"), max_length=200, blank=True))
    tagline = TranslatedField(models.CharField(_("tagline"), max_length=200, blank=True))
    logline = TranslatedField(
        models.CharField(
            _("logline"),
            max_length=300,
            blank=True,
            help_text=_("The film in one sentence, as lists and social cards print it."),
        )
    )
    synopsis_short = TranslatedField(
        models.TextField(_("short synopsis"), blank=True, help_text=_("About 50 words."))
    )
    synopsis = TranslatedField(
        models.TextField(
            _("synopsis"),
            blank=True,
            help_text=_("About 150 words. Leave an empty line between paragraphs."),
        )
    )
    synopsis_long = TranslatedField(
        models.TextField(_("long synopsis"), blank=True, help_text=_("Up to 500 words."))
    )
    directors_statement = TranslatedField(RichTextField(_("director’s statement"), blank=True))
    production_notes = TranslatedField(models.TextField(_("production notes"), blank=True))
    status = models.CharField(
        _("production status"), max_length=20, choices=Status.choices, default=Status.DEVELOPMENT
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1888), MaxValueValidator(2100)],
    )
    countries = CodesField(_("countries"), choices=country_choices)
    spoken_languages = CodesField(_("spoken languages"), choices=spoken_language_choices)
    genres = CodesField(_("genres"), choices=Genre.choices)
    running_time = models.PositiveSmallIntegerField(
        _("running time"), null=True, blank=True, help_text=_("In minutes.")
    )
    aspect_ratio = models.CharField(
        _("aspect ratio"), max_length=20, blank=True, help_text=_("For example 2.35:1.")
    )
    sound = models.CharField(_("sound"), max_length=60, blank=True)
    colour = models.CharField(_("colour"), max_length=20, blank=True, choices=Colour.choices)
    shooting_format = models.CharField(_("shooting format"), max_length=60, blank=True)
    imdb = models.CharField("IMDb", max_length=20, blank=True, validators=[validate_imdb_title])
    tmdb = models.CharField("TMDb", max_length=20, blank=True, validators=[validate_tmdb])
    wikidata = models.CharField(
        "Wikidata", max_length=20, blank=True, validators=[validate_wikidata]
    )
    eidr = models.CharField("EIDR", max_length=40, blank=True, validators=[validate_eidr])
    isan = models.CharField("ISAN", max_length=40, blank=True, validators=[validate_isan])
    poster = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("poster")
    )
    hero = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hero picture"),
        help_text=_("Wide; stands at the top of the film’s page and of the home page."),
    )

    objects = BySlug()

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ["-year", "slug"]

    def __str__(self) -> str:
        return self.title or self.in_source("title")


class Credit(Part):
    """A person's or an organisation's part in a film, as the credits print it."""

    Mark = Mark

    whole_name = "film"

    film = models.ForeignKey(Film, models.CASCADE, related_name="credits", verbose_name=_("film"))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("organisation"),
    )
    department = models.CharField(_("department"), max_length=20, choices=Department.choices)
    role = models.CharField(pgettext_lazy("in a film", "role"), max_length=30, choices=Role.choices)
    character = TranslatedField(models.CharField(_("character"), max_length=120, blank=True))
    portrays = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="portrayals",
        verbose_name=_("portrays"),
        help_text=_("The historical person whom this character is."),
    )
    mark = models.CharField(_("billing mark"), max_length=20, choices=Mark.choices, blank=True)
    credited_as = models.CharField(
        _("credited as"),
        max_length=120,
        blank=True,
        help_text=_("Only where the credits print another name than the one on the person’s page."),
    )

    class Meta(Part.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, organisation=None)
                | Q(person=None, organisation__isnull=False),
                name="credit_one_holder",
                violation_error_message=_(
                    "A credit names a person or an organisation: choose one."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person or self.organisation}"


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
