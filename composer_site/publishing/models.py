"""The one-way street: a working copy is released as editions, and visitors read only their pages."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.fields import DocumentField
from composer_site.publishing.nouns import NOUNS, OFFICE, page_url
from composer_site.publishing.windows import Kind, Windowed, WindowedQuerySet

# Columns that indexes share.
WINDOW = ("starts_at", "ends_at")
PASSAGES_NEWEST = ("name", "language", "kind", "-sort_at", "-page", "position")


class EditionQuerySet(models.QuerySet["Edition"]):
    def unended(self, at: dt.datetime) -> Self:
        """Those that stand at `at` and those ahead, the earliest first, without their `source`."""
        lasting = self.filter(Q(ends_at=None) | Q(ends_at__gt=at))
        return lasting.order_by("starts_at").defer("source")


class Edition(models.Model):
    """One release of a publishable: an immutable snapshot in all languages, and its window.

    Windows `[starts_at, ends_at)` of one `uid` never overlap; an open one has no end.
    """

    Kind = Kind

    uid = models.UUIDField()
    noun = models.CharField(max_length=20)
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.RELEASE)
    starts_at = models.DateTimeField(_("public from"))
    ends_at = models.DateTimeField(_("public until"), null=True, blank=True)
    zone = models.CharField(_("time zone"), max_length=40, default="UTC")
    note = models.CharField(_("change note"), max_length=300, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("released by"),
    )
    released_at = models.DateTimeField(_("released on"))
    digest = models.CharField(max_length=64)
    # Of the working copy that it shows: what was saved since has a higher one.
    version = models.PositiveIntegerField(default=0)
    source = DocumentField(default=list)

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
        # The next transition, asked for by every response.
        indexes = [models.Index(fields=["starts_at"])]
        permissions = [
            ("release_edition", _("Can release")),
            ("withdraw_edition", _("Can withdraw")),
            ("write_source", _("Can write more than translations")),
            ("see_ahead", _("Can see the site as it will be")),
        ]

    def __str__(self) -> str:
        return f"{NOUNS[self.noun].label} {self.number}"

    def started(self, at: dt.datetime) -> bool:
        return self.starts_at <= at

    def is_live(self, at: dt.datetime) -> bool:
        return self.started(at) and (self.ends_at is None or self.ends_at > at)


class PageQuerySet(WindowedQuerySet["Page"]):
    def listed(self, noun: str, language: str) -> Self:
        """One noun's pages for a list: cards, without the documents."""
        return self.filter(noun=noun, language=language).cards()

    def linked(self, uids: Collection[str] | models.QuerySet["Mention"], language: str) -> Self:
        """What links lead to, and the press office, whose name and notice stand on every page."""
        wanted = Q(uid__in=uids) | Q(noun=OFFICE)
        columns = ("uid", "noun", "language", "slug", "title", "card")
        return self.filter(wanted, language=language).only(*columns)

    def cards(self) -> Self:
        return self.defer("document", "tokens", "summary")

    def newest_first(self) -> Self:
        return self.order_by("-sort_at", "-id")

    def one(self) -> "Page | None":
        """Of what at most one can be public: without an order, which would cost the right index."""
        return next(iter(self.order_by()[:1]), None)

    def alphabetical(self) -> Self:
        return self.order_by("sort_key", "id")

    def mentioning(self, uid: uuid.UUID | str, noun: str) -> Self:
        """Newest first, in the order of an index: the first six of ten thousand cost six rows."""
        return self.filter(edition__mentions__uid=uid, edition__mentions__noun=noun).order_by(
            "-edition__mentions__sort_at", "-edition__mentions__edition_id"
        )


class Page(Windowed):
    """One edition in one language.

    `card` is what lists and links show of it; `document` is what its own page shows; `facet` is
    what its list is narrowed by besides dates and mentions: the kind of a statement.
    """

    uid = models.UUIDField()
    noun = models.CharField(max_length=20)
    slug = models.CharField(max_length=80)
    translations = models.CharField(max_length=40)
    sort_at = models.DateTimeField()
    sort_key = models.CharField(max_length=300, blank=True)
    facet = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    card = DocumentField(default=dict)
    tokens = models.TextField(blank=True)
    document = DocumentField(default=dict)

    objects = PageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "language"], name="page_language_once"),
        ]
        indexes = [
            # Lists, what they are narrowed by, their counts and deep pages, from the index alone.
            models.Index(
                fields=["noun", "language", "kind", "-sort_at", "-id", *WINDOW, "facet", "edition"],
                name="page_newest",
            ),
            # A page by its address; links and the press office by their uid.
            models.Index(fields=["slug", "noun", "language", "kind"], name="page_address"),
            models.Index(fields=["uid", "language"], name="page_uid"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self._path

    @cached_property
    def _path(self) -> str:
        """A long page names the same person many times."""
        return page_url(self.noun, self.language, self.slug)

    @property
    def is_translation(self) -> bool:
        return self.language in self.languages

    @property
    def languages(self) -> list[str]:
        """The languages in which this edition's title and main text exist."""
        return self.translations.split()


class PassageQuerySet(WindowedQuerySet["Passage"]):
    def listed(self, name: str, language: str) -> Self:
        found = self.filter(name=name, language=language)
        return found.order_by("-sort_at", "-page_id", "position")

    def with_pages(self) -> Self:
        """Each with the card of its page: for a few."""
        deferred = (f"page__{column}" for column in ("document", "tokens", "summary"))
        return self.select_related("page").defer(*deferred)

    def with_pages_apart(self) -> Self:
        """One query more, and a deep page of a list skips the rows before it in the index alone."""
        return self.prefetch_related(models.Prefetch("page", Page.objects.cards()))


class Passage(Windowed):
    """A part of a page that has a life of its own: a quote in the bank, a correction in the feed.

    `card` is all that is shown of it; `subject` is the uid of whose words it is, if known;
    `spoken_in` is the BCP 47 tag of the language they were said in.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="passages", db_index=False)
    name = models.CharField(max_length=20)
    uid = models.UUIDField()
    subject = models.UUIDField(null=True)
    spoken_in = models.CharField(max_length=20, blank=True)
    sort_at = models.DateTimeField()
    position = models.PositiveIntegerField(default=0)
    card = DocumentField(default=dict)

    objects = PassageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "uid"], name="passage_page_once"),
        ]
        indexes = [
            # The bank, what it is narrowed by, its count and deep pages; the feed of corrections.
            models.Index(
                fields=[*PASSAGES_NEWEST, *WINDOW, "subject", "spoken_in", "edition"],
                name="passage_newest",
            ),
            # One by its address; whose words; the window of an edition that ends.
            models.Index(fields=["uid", "name", "language"], name="passage_uid"),
            models.Index(
                fields=["subject", "name", "language", "kind", "-sort_at", *WINDOW],
                name="passage_of",
            ),
            models.Index(fields=["edition"], name="passage_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.uid}"


class Mention(models.Model):
    """An edition (of `noun`) refers to the thing `uid`: a credit's person, a statement's film.

    `relations` are the ways it does so: "director producer portrayed".
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="mentions")
    noun = models.CharField(max_length=20)
    uid = models.UUIDField()
    relations = models.CharField(max_length=500)
    sort_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "uid"], name="mention_once"),
        ]
        # "Statements about this film", "films of this person", "who shows this picture".
        indexes = [models.Index(fields=["uid", "noun", "-sort_at", "-edition"], name="mention_of")]

    def __str__(self) -> str:
        return f"{self.noun} → {self.uid}"


class Address(models.Model):
    """A slug once released belongs to its publishable for ever."""

    noun = models.CharField(max_length=20)
    slug = models.CharField(max_length=80)
    uid = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "slug"], name="address_once")]

    def __str__(self) -> str:
        return self.slug


class SourceTextManager(models.Manager["SourceText"]):
    def keep(self, texts: Collection[str]) -> None:
        rows = [SourceText(fingerprint=fingerprint(text), text=text) for text in sorted(texts)]
        if rows:
            self.bulk_create(rows, ignore_conflicts=True)


class SourceText(models.Model):
    """A text as it was when somebody translated it, by its fingerprint: what changed since is shown."""

    fingerprint = models.CharField(max_length=32, primary_key=True)
    text = models.TextField()

    objects = SourceTextManager()

    def __str__(self) -> str:
        return self.text[:60]


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
