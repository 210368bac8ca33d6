"""Kinds of statements, and how exact the wording of a quote is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StatementKind(models.TextChoices):
    PRESS_RELEASE = "press-release", _("press release")
    STATEMENT = "statement", _("statement")
    ANNOUNCEMENT = "announcement", _("announcement")
    MEDIA_ALERT = "media-alert", _("media alert")


class Wording(models.TextChoices):
    VERBATIM = "verbatim", _("verbatim")
    PARAPHRASED = "paraphrased", _("paraphrased")


class CorrectionKind(models.TextChoices):
    CORRECTION = "correction", pgettext_lazy("of a statement", "correction")
    CLARIFICATION = "clarification", _("clarification")
    UPDATE = "update", pgettext_lazy("of a statement", "update")
