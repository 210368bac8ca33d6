"""What an edition is read by: a page in each language, its excerpts, and whom it mentions."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import Document, references, words_of
from composer_site.publishing.models import Edition, Excerpt, Mention, Page
from composer_site.publishing.working_copy import Publishable
from composer_site.values.search_tokens import tokens

# What an excerpt copies of its page, besides what it is.
COPIED = ("edition", "kind", "language", "starts_at", "ends_at")


def write_pages(edition: Edition, whole: Publishable, documents: dict[str, Document]) -> None:
    pages = [page_of(edition, whole, code, documents) for code in documents]
    Page.objects.bulk_create(pages)
    Excerpt.objects.bulk_create(excerpt for page in pages for excerpt in _excerpts(page))
    _write_mentions(edition, pages[0].sort_at, documents)


def _excerpts(page: Page) -> Iterator[Excerpt]:
    if page.kind == Edition.Kind.PUBLICATION:
        for position, row in enumerate(KINDS[page.content_kind].excerpts(page.document)):
            copies = {name: getattr(page, name) for name in COPIED}
            sort_at = _noon(row["sort_at"]) or page.sort_at
            yield Excerpt(
                **{**row, **copies, "page": page, "position": position, "sort_at": sort_at}
            )


def page_of(
    edition: Edition, whole: Publishable, code: str, documents: dict[str, Document]
) -> Page:
    document = documents[code]
    summary = document.get("summary") or {}
    return Page(
        edition=edition,
        uid=edition.uid,
        content_kind=edition.content_kind,
        kind=edition.kind,
        language=code,
        starts_at=edition.starts_at,
        ends_at=edition.ends_at,
        slug=whole.slug,
        translations=" ".join(c for c in documents if documents[c].get("is_translation")),
        sort_at=_sort_at(document, edition),
        sort_key=document.get("sort_key", ""),
        facet=document.get("facet", ""),
        title=(document["title"] or {}).get("text", ""),
        summary=summary.get("text", ""),
        card=document.get("card", {}),
        tokens=tokens_of(document),
        document=document,
    )


def tokens_of(document: Document) -> str:
    return tokens(" ".join(words_of(document)))


def index_anew() -> int:
    """How many pages have other tokens than a publication would give them today."""
    pages = Page.objects.only("tokens", "document").order_by("pk").iterator(chunk_size=200)
    stale = ((page, new) for page in pages if (new := tokens_of(page.document)) != page.tokens)
    return sum(Page.objects.filter(pk=page.pk).update(tokens=new) for page, new in stale)


def _sort_at(document: Document, edition: Edition) -> dt.datetime:
    return _noon(document.get("sort_at")) or edition.starts_at


def sort_again(edition: Edition) -> None:
    """What is sorted by the start of its edition, after that has moved."""
    pages = list(edition.pages.order_by("pk"))
    for page in pages:
        page.sort_at = _sort_at(page.document, edition)
        if page.kind == Edition.Kind.PUBLICATION:
            page.document = KINDS[page.content_kind].lift(page.document)
        for excerpt in _excerpts(page):
            page.excerpts.filter(uid=excerpt.uid).update(sort_at=excerpt.sort_at)
    Page.objects.bulk_update(pages, ["sort_at"])
    edition.mentions.update(sort_at=pages[0].sort_at)


def _noon(day: str | None) -> dt.datetime | None:
    """Documents hold plain ISO days, so that they stay JSON; the column holds an instant."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12), dt.UTC) if day else None


def _write_mentions(edition: Edition, sort_at: dt.datetime, documents: dict[str, Document]) -> None:
    relations = defaultdict(set)
    for ref in references(list(documents.values())):
        relations[ref["uid"]].add(ref["relation"])
    Mention.objects.bulk_create(
        Mention(
            edition=edition,
            content_kind=edition.content_kind,
            uid=uid,
            relations=" ".join(sorted(relations[uid])),
            sort_at=sort_at,
        )
        for uid in sorted(relations)
    )
