"""The one-way street: a working copy is released as editions, and visitors read only their pages."""

import uuid
from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from composer_site.publishing.editions import Edition, Numbering
from composer_site.publishing.fields import DocumentField
from composer_site.publishing.nouns import OFFICE, page_url
from composer_site.publishing.source_texts import SourceText
from composer_site.publishing.stored_files import StoredFile
from composer_site.publishing.windows import Windowed, WindowedQuerySet

__all__ = [
    "Address",
    "Edition",
    "Mention",
    "Numbering",
    "Page",
    "Passage",
    "SourceText",
    "StoredFile",  # Django finds the models of an app here
]

# Columns that indexes share.
WINDOW = ("starts_at", "ends_at")
PASSAGES_NEWEST = ("name", "language", "kind", "-sort_at", "-page", "position")


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
    relations = models.TextField()  # a person may do whatever there is to do on a film
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
