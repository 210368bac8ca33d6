"""What belongs to a statement: its quotes, corrections and attachments."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from translated_fields import TranslatedField

from composer_site.library.models import Pdf
from composer_site.publishing.working_copy import Part
from composer_site.values.codes import CodeField, spoken_language_choices
from composer_site.values.languages import LANGUAGES
from composer_site.values.richtext import PlainTextField
from people.models import Organisation, Person
from press.models.statement import Statement
from press.vocabulary import CorrectionKind, Wording


class Quote(Part):
    """What somebody said: never without its speaker, its language and how exact the wording is."""

    Wording = Wording

    whole_name = "statement"
    main_texts = ("text",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="quotes")
    text = TranslatedField(
        PlainTextField(_("quote"), blank=True, help_text=_("Without quotation marks."))
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

    def warnings_before_publication(self) -> dict[str, str]:
        if self.approved_on is None:
            return {"approved_on": gettext("Its speaker has not approved it.")}
        return {}

    def described_in_source(self) -> str:
        if not self.whole_is_known() and self.statement_id is None:
            return self.speaker_described
        language = LANGUAGES.get(self.statement.source_language)
        return getattr(self, f"speaker_described_{language.suffix}") if language else ""


class Correction(Part):
    """What a published statement said, and what it says now. It stays, in the open."""

    Kind = CorrectionKind

    whole_name = "statement"
    main_texts = ("says",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.CORRECTION)
    date = models.DateField(_("date"))
    said = TranslatedField(PlainTextField(_("what it said"), blank=True))
    says = TranslatedField(
        PlainTextField(
            _("what it says now"),
            blank=True,
            help_text=_("One or two sentences, which stand at the top of the statement."),
        )
    )

    class Meta(Part.Meta):
        verbose_name = pgettext_lazy("of a statement", "correction")
        verbose_name_plural = pgettext_lazy("of a statement", "corrections")

    def __str__(self) -> str:
        return self.says[:60]


class Attachment(Part):
    whole_name = "statement"
    main_texts = ("title",)

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="attachments")
    file = models.ForeignKey(Pdf, models.PROTECT, related_name="+", verbose_name=_("file"))
    title = TranslatedField(models.CharField(_("title"), max_length=200, blank=True))
    language = CodeField(_("language"), choices=spoken_language_choices, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.title or str(self.file)
