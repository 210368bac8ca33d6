"""The timeline of one thing: by which clock its acts are told, and windows that never overlap."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import zip_longest

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition, Excerpt, Page

LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
INSTANT = dt.timedelta(microseconds=1)
# Clocks are put right by seconds. One that is further behind the last act was wrong then or is now.
TOLERANCE = dt.timedelta(minutes=1)

# Of editions, by their primary key; no row has that of one that is yet to be written.
Starts = Mapping[int, dt.datetime]
Ends = dict[int, dt.datetime | None]
NOTHING_MOVES: Starts = {}
NEW = 0

_arranged: ContextVar[frozenset[uuid.UUID]] = ContextVar("arranged", default=frozenset())


class NotThatTime(ValidationError):
    """The time does not serve; another one would."""


class ClockBehind(ValidationError):
    """The clock is further behind the last recorded act of a thing than clocks are put right by."""


def present(uids: Collection[uuid.UUID], now: dt.datetime) -> dt.datetime:
    """Now, or the instant of the last recorded act of these where the clock went back since.

    Raises ClockBehind where it went back by more than a minute.
    """
    acts = Edition.objects.filter(uid__in=uids).aggregate(latest=Max("published_at"))
    latest = acts["latest"]
    if latest is None or latest <= now:
        return now
    if latest - now > TOLERANCE:
        raise ClockBehind(
            _(
                "An earlier act on it is dated later than this server’s clock. Nothing can be "
                "changed until an administrator puts the clock, or that date, right."
            )
        )
    return latest


def visitors_present(now: dt.datetime) -> tuple[dt.datetime, dt.datetime | None]:
    """(the instant that a visitor asks about, the next start after it).

    It is the clock's, or that of the last act for now where the clock is up to a minute behind it:
    what was just published stays. No scheduled start is passed on the way, so none opens early.
    """
    at = now
    while following := _next_start(at):
        starts_at, published_at = following
        if starts_at != published_at or starts_at - now > TOLERANCE:
            return at, starts_at
        at = starts_at
    return at, None


def _next_start(at: dt.datetime) -> tuple[dt.datetime, dt.datetime] | None:
    """Of those that start together, a scheduled one first."""
    starts = Edition.objects.filter(starts_at__gt=at).order_by("starts_at", "published_at")
    return starts.values_list("starts_at", "published_at").first()


def misdated(now: dt.datetime) -> QuerySet[Edition]:
    """Acts that are recorded at an instant which this clock will not reach for over a minute."""
    return Edition.objects.filter(published_at__gt=now + TOLERANCE).order_by("number")


def word_of_the_clock() -> str:
    """For the probe: `clock` where one of those is recorded."""
    return "clock" if misdated(timezone.now()).exists() else ""


def start_now(uids: Collection[uuid.UUID], now: dt.datetime) -> dt.datetime:
    return first_free(uids, present(uids, now))


def first_free(uids: Collection[uuid.UUID], start: dt.datetime) -> dt.datetime:
    """The first instant from `start` on at which no edition of these begins."""
    editions = Edition.objects.filter(uid__in=uids)
    while editions.filter(starts_at=start).exists():
        start += INSTANT
    return start


def check_ahead(uid: uuid.UUID, at: dt.datetime, now: dt.datetime) -> None:
    if at <= present([uid], now):
        raise NotThatTime(_("This time has passed. Choose a later one, or publish now."))
    if at >= LATEST:
        raise NotThatTime(_("Choose a time before the year 2100."))
    if Edition.objects.filter(uid=uid, starts_at=at).exists():
        raise NotThatTime(
            _("Another edition already starts at this time. Move or cancel it first.")
        )


@contextmanager
def arranging(uid: uuid.UUID) -> Iterator[None]:
    """One act on a thing, or several that are carried out as one: what must hold of its withdrawals
    is asked when the outermost ends."""
    with publishing_lock():
        if uid in _arranged.get():
            yield
            return
        token = _arranged.set(_arranged.get() | {uid})
        try:
            yield
        finally:
            _arranged.reset(token)
        _check_withdrawals(uid)


def _check_withdrawals(uid: uuid.UUID) -> None:
    """None that is scheduled may have nothing before it to withdraw."""
    editions = Edition.objects.filter(uid=uid).order_by("starts_at")
    before = None
    for kind, starts_at, published_at in editions.values_list("kind", "starts_at", "published_at"):
        withdraws = kind == Edition.Kind.WITHDRAWAL
        if withdraws and before != Edition.Kind.PUBLICATION and starts_at > published_at:
            raise ValidationError(
                _("A withdrawal would be left with nothing to withdraw. Move it, or cancel it.")
            )
        before = kind


def set_windows(uid: uuid.UUID, starts: Starts = NOTHING_MOVES) -> Ends:
    """Every edition of a thing ends where the next one starts; the last one is open.

    `starts` are of those that move, and of one that is yet to be written under the key `NEW`.
    Written in an order in which no window is ever empty and at most one is open.
    """
    editions = Edition.objects.filter(uid=uid).values_list("pk", "starts_at", "ends_at")
    stored = {pk: (start, end) for pk, start, end in editions}
    begins = {pk: start for pk, (start, _end) in stored.items()} | dict(starts)
    order = sorted(begins, key=lambda pk: begins[pk])
    ends = dict(zip_longest(order, (begins[pk] for pk in order[1:])))
    for pk in order:
        if pk in stored and stored[pk] != (begins[pk], ends[pk]):
            _write(pk, begins[pk], ends[pk])
    return ends


def _write(pk: int, start: dt.datetime, end: dt.datetime | None) -> None:
    """The window, and the copies of it by which visitors read."""
    Edition.objects.filter(pk=pk).update(starts_at=start, ends_at=end)
    for copies in (Page, Excerpt):
        copies._default_manager.filter(edition=pk).update(starts_at=start, ends_at=end)
