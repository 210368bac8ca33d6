"""Editions: what was, is or will be public of a thing, and from when until when."""

import datetime as dt
import uuid
from typing import Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import Documents
from composer_site.publishing.fields import DocumentField
from composer_site.publishing.finding import Findable
from composer_site.publishing.windows import Kind

# Who acts, or asks: what a command does is nobody's.
Actor = AbstractUser | AnonymousUser


class EditionQuerySet(models.QuerySet["Edition"]):
    def unended(self, at: dt.datetime) -> Self:
        """Those that stand at `at` and those ahead, the earliest first, without their `snapshot`."""
        lasting = self.filter(Q(ends_at=None) | Q(ends_at__gt=at))
        return lasting.order_by("starts_at").defer("snapshot")

    def scheduled(self, at: dt.datetime) -> Self:
        """Those meant for a time that has not come at `at`, the earliest first, without their
        `snapshot`: one for now that another clock dated ahead is none."""
        return self.unended(at).filter(starts_at__gt=at).exclude(starts_at=F("published_at"))


class Edition(Findable):
    """One publication of a publishable: an immutable snapshot in all languages, and its window.

    Windows `[starts_at, ends_at)` of one `uid` never overlap; an open one has no end.
    """

    Kind = Kind

    found_by = ("note",)

    uid = models.UUIDField()
    content_kind = models.CharField(max_length=20)
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.PUBLICATION
    )
    starts_at = models.DateTimeField(_("public from"))
    ends_at = models.DateTimeField(_("public until"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=40, default="UTC")
    note = models.CharField(_("change note"), max_length=300, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    # The instant of the act: of a publication for now, its start.
    published_at = models.DateTimeField(_("published at"))
    # What a wrong clock had recorded there, once an administrator put it right.
    misdated_at = models.DateTimeField(null=True, editable=False)
    digest = models.CharField(max_length=64)
    # Of the working copy that it shows: what was saved since has a higher one.
    version = models.PositiveIntegerField(default=0)
    snapshot = DocumentField(default=list)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["uid", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["uid", "starts_at"], name="edition_start_once"),
            models.UniqueConstraint(
                fields=["uid"], condition=Q(ends_at=None), name="edition_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="edition_window_forward",
            ),
        ]
        indexes = [
            # The next transition, asked for by every response.
            models.Index(fields=["starts_at"]),
            # Acts that the clock has not reached, asked for by every visit.
            models.Index(fields=["published_at"], name="edition_acted"),
        ]
        permissions = [
            ("publish_edition", _("Can publish")),
            ("withdraw_edition", _("Can withdraw")),
            ("write_source", _("Can write more than translations")),
            ("see_ahead", _("Can see the site as it will be")),
        ]

    def __str__(self) -> str:
        return f"{KINDS[self.content_kind].label} {self.number}"

    def started(self, at: dt.datetime) -> bool:
        return self.starts_at <= at

    def is_live(self, at: dt.datetime) -> bool:
        return self.started(at) and (self.ends_at is None or self.ends_at > at)

    def documents(self) -> Documents:
        """As they were published, in today's shape."""
        pages = self.pages.all()
        if self.kind == Kind.WITHDRAWAL:
            return {page.language: page.document for page in pages}
        return {page.language: KINDS[self.content_kind].lift(page.document) for page in pages}

    @property
    def is_for_now(self) -> bool:
        """Whether it was made to start with the act itself, and not scheduled."""
        return self.starts_at == self.published_at

    @property
    def day(self) -> dt.date:
        """On which it starts, where the act was meant: UTC of one for now means that nobody chose."""
        nobody_chose = self.is_for_now and self.zone == "UTC"
        zone = settings.TIME_ZONE if nobody_chose else self.zone
        return self.starts_at.astimezone(ZoneInfo(zone)).date()


class Numbering(models.Model):
    """The last number that an edition of a thing had: one that was cancelled leaves a gap."""

    uid = models.UUIDField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.uid}: {self.last}"

    @classmethod
    def next_of(cls, uid: uuid.UUID) -> int:
        """Asked under the publishing lock."""
        row = cls._default_manager.filter(uid=uid)
        if not row.update(last=F("last") + 1):
            return cls._default_manager.create(uid=uid, last=1).last
        return row.get().last
