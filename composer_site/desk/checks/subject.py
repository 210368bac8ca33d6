"""What the checks look at, and what they find."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from composer_site.desk.addresses import change_url
from composer_site.desk.places import Place, places
from composer_site.publishing.content_kinds import FILE_KINDS, KINDS
from composer_site.publishing.documents import PICTURE, Document, Documents, references
from composer_site.publishing.models import Page
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import Language

RejectedForm = tuple[str, Publishable]


@dataclass(frozen=True)
class Link:
    """Without an address where there is nothing to lead to."""

    label: str
    address: str | None
    language: Language | None = None


@dataclass(frozen=True)
class Check:
    """`where` is the text or the row it is about; each link leads to a field, or to a form."""

    where: str
    sentence: str
    links: Sequence[Link]


@dataclass(frozen=True)
class Unlinked:
    """What a document names and has no public page; without a form where it is gone."""

    name: str
    address: str | None


@dataclass(frozen=True)
class Subject:
    """A thing with the documents that its publication at `at` would write.

    `pictures` are those that any of the documents shows.
    """

    whole: Publishable
    documents: Documents
    at: dt.datetime
    places: list[Place]
    pictures: list[Place] = field(default_factory=list)
    rejected: Sequence[RejectedForm] = ()
    unlinked: Sequence[Unlinked] = ()


def subjects(proposed: Mapping[Publishable, Documents], at: dt.datetime) -> Iterator[Subject]:
    """Of things that are published together; as many queries for many as for one."""
    pictures = _pictures(proposed.values())
    unlinked = _unlinked(proposed, at)
    rejected = list(_rejected())
    for whole, documents in proposed.items():
        uids = {ref["uid"]: ref for ref in _references(documents)}
        yield Subject(
            whole,
            documents,
            at,
            list(places(whole)),
            [pictures[uid] for uid in uids if uid in pictures],
            rejected,
            [unlinked[uid] for uid in uids if uid in unlinked],
        )


def _references(documents: Documents) -> Iterator[Document]:
    yield from references(list(documents.values()))


def _pictures(all_documents: Collection[Documents]) -> dict[str, Place]:
    uids = {
        ref["uid"]
        for documents in all_documents
        for ref in _references(documents)
        if ref["noun"] == PICTURE
    }
    content_kind = FILE_KINDS[PICTURE]
    rows = content_kind.model_class._default_manager.filter(uid__in=uids)
    called = str(content_kind.called)
    return {str(row.uid): Place(row, called % row, change_url(row)) for row in rows}  # type: ignore[attr-defined]


def _rejected() -> Iterator[RejectedForm]:
    for content_kind in KINDS.values():
        yield from content_kind.model_class.rejected_names()


def _unlinked(proposed: Mapping[Publishable, Documents], at: dt.datetime) -> dict[str, Unlinked]:
    """Things that are published together have their pages together."""
    named = {
        ref["uid"]: ref
        for documents in proposed.values()
        for ref in references(list(reversed(documents.values())))
        if ref["noun"] in KINDS
    }
    public = Page.objects.public(at).filter(uid__in=named).values_list("uid", flat=True)
    linked = {str(uid) for uid in public} | {str(whole.uid) for whole in proposed}
    missing = {uid: ref for uid, ref in named.items() if uid not in linked}
    rows = _rows(missing)
    return {
        uid: Unlinked((ref["name"] or {}).get("text", ""), rows.get(uid))
        for uid, ref in missing.items()
    }


def _rows(missing: Mapping[str, Document]) -> dict[str, str]:
    """{uid: the address of its form}; one query a kind of content."""
    content_kinds: dict[str, list[Any]] = {}
    for uid, ref in missing.items():
        content_kinds.setdefault(ref["noun"], []).append(uuid.UUID(uid))
    return {
        str(row.uid): change_url(row)
        for content_kind, uids in content_kinds.items()
        for row in KINDS[content_kind].model_class._default_manager.filter(uid__in=uids)
    }
