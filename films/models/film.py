from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from composer_site.library.models import Picture
from composer_site.publishing.working_copy import Publishable
from composer_site.values.codes import CodesField, country_choices, spoken_language_choices
from composer_site.values.identifiers import (
    validate_eidr,
    validate_imdb_title,
    validate_isan,
    validate_tmdb,
    validate_wikidata,
)
from composer_site.values.richtext import PlainTextField, RichTextField
from films.vocabulary import Colour, Genre, Status
from people.models import BySlug


class Film(Publishable):
    content_kind = "film"
    main_texts = ("title", "synopsis")
    found_by = ("slug", "title")

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
        PlainTextField(_("short synopsis"), blank=True, help_text=_("About 50 words."))
    )
    synopsis = TranslatedField(
        PlainTextField(
            _("synopsis"),
            blank=True,
            help_text=_("About 150 words. Leave an empty line between paragraphs."),
        )
    )
    synopsis_long = TranslatedField(
        PlainTextField(_("long synopsis"), blank=True, help_text=_("Up to 500 words."))
    )
    directors_statement = TranslatedField(RichTextField(_("director’s statement"), blank=True))
    production_notes = TranslatedField(PlainTextField(_("production notes"), blank=True))
    not_known = TranslatedField(
        PlainTextField(
            _("what is not known"),
            blank=True,
            help_text=_("One line for each thing that no source was found for."),
        )
    )
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
