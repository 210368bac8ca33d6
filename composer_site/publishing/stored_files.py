"""The files of the library, as far as visitors need to know of them: one row for each picture and PDF.

The library writes them with its own rows. They act at the instant of reading, whatever an edition
says.
"""

import datetime as dt
from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.documents import FILE

ORIGINAL = "original.jpg"


class Rights(models.TextChoices):
    OWN = "own", _("ours")
    LICENSED = "licensed", _("licensed to us")
    PRESS = "press", _("cleared for the press")
    PUBLIC_DOMAIN = "public-domain", _("public domain")


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    def of_visit(self, tokens: Collection[str], at: dt.datetime) -> Self:
        """Those of the tokens, and the one whose licence ends next: every cache is bounded by it."""
        ending = self.filter(usable_until__gt=at).order_by("usable_until").values("pk")[:1]
        return self.filter(Q(token__in=tokens) | Q(pk=Subquery(ending)))


class StoredFile(models.Model):
    """`content_kind` is "picture" or "file". A PDF has a digest, and no end and no rights."""

    uid = models.UUIDField(primary_key=True)
    content_kind = models.CharField(max_length=20)
    token = models.CharField(max_length=40, unique=True)
    digest = models.CharField(max_length=64, blank=True)
    usable_until = models.DateTimeField(null=True)
    rights = models.CharField(max_length=20, blank=True)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["usable_until"], name="stored_file_ending")]

    def __str__(self) -> str:
        return f"{self.content_kind} {self.uid}"

    def lasts(self, at: dt.datetime) -> bool:
        return self.usable_until is None or self.usable_until > at

    @property
    def is_for_press(self) -> bool:
        """Of what is licensed to us alone, pages show their own sizes; the original stays here."""
        return self.rights != Rights.LICENSED

    def covers(self, name: str, at: dt.datetime) -> bool:
        """Whether the file of that name may be handed on."""
        return self.lasts(at) and (self.is_for_press or name != ORIGINAL)


def stored_name(content_kind: str, token: str, name: str = "") -> str:
    """Where the storage has it. Of a picture there are several files, of a PDF one."""
    return f"files/{token}.pdf" if content_kind == FILE else f"pictures/{token}/{name}"
