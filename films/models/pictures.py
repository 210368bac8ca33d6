from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.library.models import Picture
from composer_site.publishing.working_copy import Part
from composer_site.values.codes import CodeField, CodesField, spoken_language_choices
from composer_site.values.richtext import PlainTextField
from films.models.film import Film
from films.vocabulary import StillKind


class Still(Part):
    Kind = StillKind

    whole_name = "film"

    film = models.ForeignKey(Film, models.CASCADE, related_name="stills", verbose_name=_("film"))
    picture = models.ForeignKey(
        Picture, models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.STILL)

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "still")
        verbose_name_plural = pgettext_lazy("of a film", "stills")

    def __str__(self) -> str:
        return str(self.picture)


class Trailer(Part):
    """Links to where it can be seen, more than one: a country that blocks one host may have another."""

    whole_name = "film"
    main_texts = ("title",)

    film = models.ForeignKey(Film, models.CASCADE, related_name="trailers", verbose_name=_("film"))
    title = TranslatedField(models.CharField(_("title"), max_length=200, blank=True))
    language = CodeField(_("spoken language"), choices=spoken_language_choices, blank=True)
    subtitles = CodesField(_("subtitles"), choices=spoken_language_choices)
    links = PlainTextField(_("links"), help_text=_("One address a line."))
    date = models.DateField(_("published on"), null=True, blank=True)
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Stands for the trailer: nothing of the host is loaded."),
    )

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a film", "trailer")
        verbose_name_plural = pgettext_lazy("of a film", "trailers")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not self.addresses:
            raise ValidationError({"links": self._meta.get_field("links").error_messages["blank"]})
        for address in self.addresses:
            try:
                URLValidator(schemes=["http", "https"])(address)
            except ValidationError as error:
                sentence = _("“%s” is no address of a page: it begins with https://.") % address
                raise ValidationError({"links": sentence}) from error

    @property
    def addresses(self) -> list[str]:
        return self.links.split()
