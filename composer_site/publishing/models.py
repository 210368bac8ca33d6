"""The one-way street: a working copy is published as editions, and visitors read only their pages."""

import uuid
from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from composer_site.publishing.content_kinds import OFFICE, page_url
from composer_site.publishing.editions import Edition, Numbering
from composer_site.publishing.fields import DocumentField
from composer_site.publishing.finding import Findable
from composer_site.publishing.source_texts import SourceText
from composer_site.publishing.stored_files import StoredFile
from composer_site.publishing.windows import Windowed, WindowedQuerySet

__all__ = [
    "Address",
    "Edition",
    "Excerpt",
    "Mention",
    "Numbering",
    "Page",
    "SourceText",
    "StoredFile",  # Django finds the models of an app here
]

# Columns that indexes share.
WINDOW = ("starts_at", "ends_at")
# Of a page, what no list shows.
NOT_LISTED = ("document", "tokens", "folded", "summary")
EXCERPTS_NEWEST = ("name", "language", "kind", "-sort_at", "-page", "position")


class PageQuerySet(WindowedQuerySet["Page"]):
    def listed(self, content_kind: str, language: str) -> Self:
        """One kind of content's pages for a list: cards, without the documents."""
        return self.filter(content_kind=content_kind, language=language).cards()

    def linked(self, uids: Collection[str] | models.QuerySet["Mention"], language: str) -> Self:
        """What links lead to, and the press office, whose name and notice stand on every page."""
        wanted = Q(uid__in=uids) | Q(content_kind=OFFICE)
        columns = ("uid", "content_kind", "language", "slug", "title", "card")
        return self.filter(wanted, language=language).only(*columns)

    def cards(self) -> Self:
        return self.defer(*NOT_LISTED)

    def newest_first(self) -> Self:
        return self.order_by("-sort_at", "-id")

    def one(self) -> "Page | None":
        """Of what at most one can be public: without an order, which would cost the right index."""
        return next(iter(self.order_by()[:1]), None)

    def alphabetical(self) -> Self:
        return self.order_by("sort_key", "id")

    def mentioning(self, uid: uuid.UUID | str, content_kind: str) -> Self:
        """Newest first, in the order of an index: the first six of ten thousand cost six rows."""
        return self.filter(
            edition__mentions__uid=uid, edition__mentions__content_kind=content_kind
        ).order_by("-edition__mentions__sort_at", "-edition__mentions__edition_id")


class Page(Windowed, Findable):
    """One edition in one language.

    `card` is what lists and links show of it; `document` is what its own page shows; `facet` is
    what its list is narrowed by besides dates and mentions: the kind of a statement.
    """

    found_by = ("title",)

    uid = models.UUIDField()
    content_kind = models.CharField(max_length=20)
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
                fields=[
                    "content_kind",
                    "language",
                    "kind",
                    "-sort_at",
                    "-id",
                    *WINDOW,
                    "facet",
                    "edition",
                ],
                name="page_newest",
            ),
            # A page by its address; links and the press office by their uid.
            models.Index(fields=["slug", "content_kind", "language", "kind"], name="page_address"),
            models.Index(fields=["uid", "language"], name="page_uid"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self._path

    @cached_property
    def _path(self) -> str:
        """A long page names the same person many times."""
        return page_url(self.content_kind, self.language, self.slug)

    @property
    def is_translation(self) -> bool:
        return self.language in self.languages

    @property
    def languages(self) -> list[str]:
        """The languages in which this edition's title and main text exist."""
        return self.translations.split()


class ExcerptQuerySet(WindowedQuerySet["Excerpt"]):
    def listed(self, name: str, language: str) -> Self:
        found = self.filter(name=name, language=language)
        return found.order_by("-sort_at", "-page_id", "position")

    def with_pages(self) -> Self:
        """Each with the card of its page: for a few."""
        deferred = (f"page__{column}" for column in NOT_LISTED)
        return self.select_related("page").defer(*deferred)

    def with_pages_apart(self) -> Self:
        """One query more, and a deep page of a list skips the rows before it in the index alone."""
        return self.prefetch_related(models.Prefetch("page", Page.objects.cards()))


class Excerpt(Windowed):
    """A part of a page that has a life of its own: a quote in the bank, a correction in the feed.

    `card` is all that is shown of it; `subject` is the uid of whose words it is, if known;
    `spoken_in` is the BCP 47 tag of the language they were said in.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="excerpts", db_index=False)
    name = models.CharField(max_length=20)
    uid = models.UUIDField()
    subject = models.UUIDField(null=True)
    spoken_in = models.CharField(max_length=20, blank=True)
    sort_at = models.DateTimeField()
    position = models.PositiveIntegerField(default=0)
    card = DocumentField(default=dict)

    objects = ExcerptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "uid"], name="excerpt_page_once"),
        ]
        indexes = [
            # The bank, what it is narrowed by, its count and deep pages; the feed of corrections.
            models.Index(
                fields=[*EXCERPTS_NEWEST, *WINDOW, "subject", "spoken_in", "edition"],
                name="excerpt_newest",
            ),
            # One by its address; whose words; the window of an edition that ends.
            models.Index(fields=["uid", "name", "language"], name="excerpt_uid"),
            models.Index(
                fields=["subject", "name", "language", "kind", "-sort_at", *WINDOW],
                name="excerpt_of",
            ),
            models.Index(fields=["edition"], name="excerpt_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.uid}"


class Mention(models.Model):
    """An edition (of a `content_kind`) refers to the thing `uid`: a credit's person.

    `relations` are the ways it does so: "director producer portrayed".
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="mentions")
    content_kind = models.CharField(max_length=20)
    uid = models.UUIDField()
    relations = models.TextField()  # a person may do whatever there is to do on a film
    sort_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "uid"], name="mention_once"),
        ]
        # "Statements about this film", "films of this person", "who shows this picture".
        indexes = [
            models.Index(fields=["uid", "content_kind", "-sort_at", "-edition"], name="mention_of")
        ]

    def __str__(self) -> str:
        return f"{self.content_kind} → {self.uid}"


class Address(models.Model):
    """A slug once published belongs to its publishable for ever."""

    content_kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=80)
    uid = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_kind", "slug"], name="address_once")
        ]

    def __str__(self) -> str:
        return self.slug
