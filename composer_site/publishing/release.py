"""release, withdraw, cancel: the only three acts that change what visitors see."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.languages import LANGUAGES
from composer_site.publishing import source
from composer_site.publishing.documents import Document, digest, printable, reference
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Address, Edition, Page
from composer_site.publishing.working_copy import Publishable
from composer_site.publishing.writing import page_of, write_pages

LATEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
INSTANT = dt.timedelta(microseconds=1)


class Changed(ValidationError):
    """What would be released is no longer what was approved."""


class NotThatMoment(ValidationError):
    """The moment does not serve; another one would."""


def build(whole: Publishable) -> dict[str, Document]:
    """{language code: document}, as a release now would write them; each knows its shape."""
    noun = whole.noun
    prefetch_related_objects([whole], *noun.loads)
    return {
        code: printable({"schema": noun.schema, **noun.build(whole, code)}) for code in LANGUAGES
    }


def unreleased_page(whole: Publishable, code: str, at: dt.datetime) -> Page:
    """The page that a release at that instant would write; this one is written nowhere."""
    edition = Edition(uid=whole.uid, noun=whole.noun_name, starts_at=at)
    return page_of(edition, whole, code, build(whole))


def release(
    whole: Publishable,
    *,
    by: Any,
    at: dt.datetime | None = None,
    zone: str = "UTC",
    note: str = "",
    approved: str | None = None,
    now: dt.datetime | None = None,
) -> Edition:
    """Make the working copy public from `at`, or from now. `approved` is the digest once shown, at
    the address that `whole` then had; `now` is what `common_instant` said of several.

    Raises ValidationError with one sentence where the moment or the working copy does not serve.
    """
    with publishing_lock():
        seen, whole = whole, type(whole)._default_manager.get(pk=whole.pk)
        check_rows(whole)
        documents = build(whole)
        if approved is not None and (approved, seen.slug) != (digest(documents), whole.slug):
            raise Changed(_("It was changed after you looked. Look once more, then release."))
        _reserve_address(whole)
        columns = {"zone": zone, "note": note, "digest": digest(documents)}
        edition = _new_edition(whole, by, at, now, **columns)
        write_pages(edition, whole, documents)
        return edition


def common_instant(wholes: Iterable[Publishable]) -> dt.datetime:
    """The `now` at which all of them can start. To be asked, and used, under one publishing lock."""
    return _start_now([whole.uid for whole in wholes], timezone.now())


def withdraw(
    whole: Publishable,
    *,
    by: Any,
    reason: Mapping[str, str],
    at: dt.datetime | None = None,
    zone: str = "UTC",
    replacement: Publishable | None = None,
) -> Edition:
    """Take it off the public side from `at`, or from now; `reason` is {language code: sentence}."""
    with publishing_lock():
        documents = printable(tombstones(whole, reason, replacement))
        kind = Edition.Kind.WITHDRAWAL
        edition = _new_edition(whole, by, at, None, zone=zone, kind=kind, digest=digest(documents))
        before = Edition.objects.filter(uid=whole.uid, ends_at=edition.starts_at)
        if not before.filter(kind=Edition.Kind.RELEASE).exists():
            raise ValidationError(_("Nothing of it is public at that moment."))
        write_pages(edition, whole, documents)
        return edition


def cancel(scheduled: Edition, *, is_replaced: bool = False) -> None:
    """Remove an edition that has not started, as if it had never been scheduled. `is_replaced`
    where another takes its very moment in the same transaction."""
    with publishing_lock():
        edition = _cancellable(scheduled)
        previous = Edition.objects.filter(uid=edition.uid, ends_at=edition.starts_at).first()
        if not previous and not is_replaced:
            _leave_no_withdrawal_alone(edition)
        edition.delete()
        _free_addresses(edition.uid)
        if previous:
            _close(previous, edition.ends_at)


def _cancellable(scheduled: Edition) -> Edition:
    """As it is stored now."""
    edition = Edition.objects.filter(pk=scheduled.pk).first()
    if edition is None:
        raise ValidationError(_("It was cancelled already."))
    editions = Edition.objects.filter(uid=edition.uid)
    if edition.started(_present(editions, timezone.now())):
        raise ValidationError(_("It has already started. Withdraw it instead."))
    return edition


def _leave_no_withdrawal_alone(first: Edition) -> None:
    withdrawals = Edition.objects.filter(uid=first.uid, kind=Edition.Kind.WITHDRAWAL)
    if first.ends_at and withdrawals.filter(starts_at=first.ends_at).exists():
        raise ValidationError(_("A withdrawal follows it. Cancel the withdrawal first."))


def tombstones(
    whole: Publishable, reason: Mapping[str, str], replacement: Publishable | None
) -> dict[str, Document]:
    link = replacement and reference(replacement.noun_name, replacement, "replacement", None)
    return {
        code: {
            "title": {"text": "", "lang": language.tag},
            "reason": _reason(reason, code, whole.source_language),
            "replacement": link or None,
        }
        for code, language in LANGUAGES.items()
    }


def _reason(reason: Mapping[str, str], code: str, source_code: str) -> Document | None:
    for candidate in (code, source_code, *LANGUAGES):
        if text := reason.get(candidate):
            return {"text": text, "lang": LANGUAGES[candidate].tag}
    return None


def check_rows(whole: Publishable) -> None:
    """full_clean of the whole and each part: a fixture or an import may have skipped it."""
    whole.full_clean()
    prefetch_related_objects([whole], *whole.noun.parts)
    for name in whole.noun.parts:
        for part in getattr(whole, name).all():
            part.clean_stored()


def _reserve_address(whole: Publishable) -> None:
    address, _created = Address.objects.get_or_create(
        noun=whole.noun_name, slug=whole.slug, defaults={"uid": whole.uid}
    )
    if address.uid != whole.uid:
        raise ValidationError(_("This address once belonged to another page and stays with it."))


def _free_addresses(uid: uuid.UUID) -> None:
    """Those that were only scheduled, so that nobody has ever read a page there."""
    slugs = Page.objects.filter(uid=uid).values("slug")
    Address.objects.filter(uid=uid).exclude(slug__in=slugs).delete()


def _new_edition(
    whole: Publishable, by: Any, at: dt.datetime | None, now: dt.datetime | None, **columns: Any
) -> Edition:
    now = now or timezone.now()
    start = _start_now([whole.uid], now) if at is None else _start_ahead(whole, at, now)
    last = Edition.objects.filter(uid=whole.uid).aggregate(Max("number"))["number__max"] or 0
    return Edition.objects.create(
        uid=whole.uid,
        noun=whole.noun_name,
        number=last + 1,
        starts_at=start,
        ends_at=_make_room(whole.uid, start),
        released_by=by,
        released_at=now,
        version=whole.version,
        source=source.capture(whole),
        **columns,
    )


def _make_room(uid: uuid.UUID, start: dt.datetime) -> dt.datetime | None:
    """Close the window that holds `start`; the new one ends where the next edition starts."""
    editions = Edition.objects.filter(uid=uid)
    previous = editions.filter(starts_at__lt=start).order_by("-starts_at").first()
    following = editions.filter(starts_at__gt=start).order_by("starts_at").first()
    if previous:
        _close(previous, start)
    return following.starts_at if following else None


def _close(edition: Edition, ends_at: dt.datetime | None) -> None:
    """The end of a window is the only thing of an edition that ever moves."""
    Edition.objects.filter(pk=edition.pk).update(ends_at=ends_at)
    edition.pages.update(ends_at=ends_at)
    edition.passages.update(ends_at=ends_at)


def _start_now(uids: list[uuid.UUID], now: dt.datetime) -> dt.datetime:
    editions = Edition.objects.filter(uid__in=uids)
    start = _present(editions, now)
    while editions.filter(starts_at=start).exists():
        start += INSTANT
    return start


def _present(editions: QuerySet[Edition], now: dt.datetime) -> dt.datetime:
    """Now, but never before an instant at which something was already released: clocks go back."""
    latest = editions.aggregate(Max("released_at"))["released_at__max"]
    return max(now, latest) if latest else now


def _start_ahead(whole: Publishable, at: dt.datetime, now: dt.datetime) -> dt.datetime:
    editions = Edition.objects.filter(uid=whole.uid)
    if at <= _present(editions, now):
        raise NotThatMoment(_("This moment has passed. Choose one ahead, or release now."))
    if at >= LATEST:
        raise NotThatMoment(_("Choose a moment before the year 2100."))
    if editions.filter(starts_at=at).exists():
        raise NotThatMoment(_("Another edition already starts at this moment. Cancel it first."))
    return at
