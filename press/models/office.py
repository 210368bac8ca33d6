import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.publishing.working_copy import Part, Publishable
from composer_site.values.codes import CodesField, country_choices, spoken_language_choices
from composer_site.values.dates import ZONES, weekday_choices
from composer_site.values.richtext import RichTextField
from films.models import Film
from people.models import BySlug


class PressOffice(Publishable):
    """One row: who speaks here, and the site's plain texts."""

    content_kind = "press_office"
    main_texts = ("name", "about")
    found_by = ("slug", "name")

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
    open_days = CodesField(_("open on"), choices=weekday_choices)
    opens_at = models.TimeField(_("opens at"), null=True, blank=True)
    closes_at = models.TimeField(_("closes at"), null=True, blank=True)
    hours = TranslatedField(
        models.CharField(
            _("hours, in words"),
            max_length=120,
            blank=True,
            help_text=_("Only what days and times cannot say: “at night in urgent cases”."),
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
        if (self.opens_at is None) != (self.closes_at is None):
            raise ValidationError({"closes_at": _("Give both times, or neither.")})
