"""What visitors will see change, and when: editions that start, and licences of pictures that end."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from composer_site.publishing.content_kinds import FILE_KINDS, KINDS
from composer_site.publishing.documents import Document
from composer_site.publishing.models import Edition, Mention, Page, StoredFile
from composer_site.values.languages import current

SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True)
class Change:
    """`title` is in the language of the member of staff, or of the text that stands in for it.

    `page` has the address that shows the change; of a picture there is none.
    """

    time: dt.datetime
    words: str
    content_kind: str | Promise
    title: Document | None
    page: Page | None = None
    edition: Edition | None = None


@dataclass(frozen=True)
class Transition:
    """All that changes within the second that ends at `time`."""

    time: dt.datetime
    changes: list[Change]


def whole_second(time: dt.datetime) -> dt.datetime:
    """Cut upwards: what starts at the time has started at its second."""
    return time.replace(microsecond=0) + SECOND if time.microsecond else time


def transitions(after: dt.datetime, until: dt.datetime | None = None) -> list[Transition]:
    """Those in the window (after, until], the earliest first, in five queries."""
    changes = [*_starts(after, until), *_licence_ends(after, until)]
    changes.sort(key=lambda change: change.time)
    seconds = groupby(changes, key=lambda change: whole_second(change.time))
    return [Transition(second, list(together)) for second, together in seconds]


def changes_at(second: dt.datetime) -> list[Change]:
    return [
        change
        for transition in transitions(second - SECOND, second)
        for change in transition.changes
    ]


def neighbours(second: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The seconds of the last transition before this one's, and of the first after it."""
    instants: list[tuple[QuerySet[Any], str]]
    instants = [(Edition.objects.all(), "starts_at"), (shown_with_an_end(), "usable_until")]
    past, ahead = [], []
    for rows, name in instants:
        before, after = Q(**{f"{name}__lte": second - SECOND}), Q(**{f"{name}__gt": second})
        past.append(rows.filter(before).aggregate(it=Max(name))["it"])
        ahead.append(rows.filter(after).aggregate(it=Min(name))["it"])
    last = max(filter(None, past), default=None)
    first = min(filter(None, ahead), default=None)
    return last and whole_second(last), first and whole_second(first)


def _between(
    rows: QuerySet[Any], name: str, after: dt.datetime, until: dt.datetime | None
) -> QuerySet[Any]:
    window = {f"{name}__gt": after} | ({f"{name}__lte": until} if until else {})
    return rows.filter(**window)


def _starts(after: dt.datetime, until: dt.datetime | None) -> Iterator[Change]:
    editions = _titled(_between(Edition.objects.all(), "starts_at", after, until))
    uids, starts = {e.uid for e in editions}, {e.starts_at for e in editions}
    ended = _titled(Edition.objects.filter(uid__in=uids, ends_at__in=starts))
    before = {(edition.uid, edition.ends_at): edition for edition in ended}
    for edition in editions:
        yield _start(edition, before.get((edition.uid, edition.starts_at)))


def _titled(editions: QuerySet[Edition]) -> list[Any]:
    """Without one that was cancelled before its pages were asked for."""
    pages = Page.objects.filter(language=current().code).cards()
    loaded = editions.prefetch_related(Prefetch("pages", pages, to_attr="titled"))
    rows: Iterable[Any] = loaded.defer("snapshot").order_by("starts_at", "pk")
    return [edition for edition in rows if edition.titled]


def _start(edition: Any, before: Any) -> Change:
    # A tombstone has no title: what it takes away has.
    withdraws = edition.kind == Edition.Kind.WITHDRAWAL
    page = (before if withdraws and before else edition).titled[0]
    words, label = _what_starts(edition, before), KINDS[edition.content_kind].label
    return Change(edition.starts_at, words, label, page.card.get("title"), page, edition)


def _what_starts(edition: Any, before: Edition | None) -> str:
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return _("Withdrawal")
    if before is None:
        return _("First publication")
    if before.kind == Edition.Kind.WITHDRAWAL:
        return _("Publication after a withdrawal")
    return _("New edition")


def shown_with_an_end() -> QuerySet[StoredFile]:
    """Files whose licence ends while a public page shows them."""
    end = OuterRef("usable_until")
    lasts = Q(edition__ends_at=None) | Q(edition__ends_at__gt=end)
    showing = Mention.objects.filter(
        lasts,
        uid=OuterRef("uid"),
        edition__kind=Edition.Kind.PUBLICATION,
        edition__starts_at__lt=end,
    )
    return StoredFile.objects.filter(Exists(showing), usable_until__isnull=False)


def _licence_ends(after: dt.datetime, until: dt.datetime | None) -> Iterator[Change]:
    ending = list(_between(shown_with_an_end(), "usable_until", after, until))
    for content_kind in sorted({file.content_kind for file in ending}):
        ends = {file.uid: file.usable_until for file in ending if file.content_kind == content_kind}
        model = FILE_KINDS[content_kind].model_class
        for row in model._default_manager.filter(uid__in=ends).order_by("pk"):
            name = {"text": str(row), "lang": current().tag}
            words = _("End of a licence")
            yield Change(ends[row.uid], words, model._meta.verbose_name or "", name)
