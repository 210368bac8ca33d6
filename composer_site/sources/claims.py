import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from translated_fields import TranslatedField

from composer_site.publishing.working_copy import Part
from composer_site.values.codes import CodeField, spoken_language_choices
from composer_site.values.dates import UncertainDateField


class Claim(Part):
    """What one source says. Rows of one `topic` that use the same words and date agree."""

    main_texts = ("says",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    topic = models.SlugField(
        _("topic"),
        max_length=60,
        help_text=_("The same short word for each source that speaks of it: “born”, “arrival”."),
    )
    heading = TranslatedField(
        models.CharField(
            _("heading"),
            max_length=120,
            blank=True,
            help_text=_("How pages name the topic. Once is enough for all of its sources."),
        )
    )
    says = TranslatedField(
        models.CharField(
            _("what this source says"),
            max_length=400,
            blank=True,
            help_text=_("Sources that agree say it in the same words, and with the same date."),
        )
    )
    date = UncertainDateField(_("date it gives"))
    outlet = models.CharField(_("outlet"), max_length=120)
    title = models.CharField(_("title of the source"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)
    printed_on = UncertainDateField(_("printed on"))
    language = CodeField(_("language"), choices=spoken_language_choices, blank=True)

    class Meta(Part.Meta):
        abstract = True
        verbose_name = pgettext_lazy("of a source", "claim")
        verbose_name_plural = pgettext_lazy("of a source", "claims")

    def __str__(self) -> str:
        return f"{self.topic}: {self.outlet}"
