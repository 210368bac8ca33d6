"""publish, withdraw, cancel, move: the only acts that change what visitors see, and when."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.publishing import snapshot
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import Document, digest, printable, reference
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Address, Edition, Numbering, Page
from composer_site.publishing.timeline import (
    NEW,
    NotThatTime,
    arranging,
    check_ahead,
    first_free,
    misdated,
    present,
    set_windows,
    start_now,
)
from composer_site.publishing.working_copy import Publishable
from composer_site.publishing.writing import page_of, sort_again, write_pages
from composer_site.values.languages import LANGUAGES


class Changed(ValidationError):
    """What would be published is no longer what was approved."""


def build(whole: Publishable) -> dict[str, Document]:
    """{language code: document}, as a publication now would write them; each knows its shape."""
    content_kind = KINDS[whole.content_kind]
    prefetch_related_objects([whole], *content_kind.loads)
    return {
        code: printable({"schema": content_kind.schema, **content_kind.build(whole, code)})
        for code in LANGUAGES
    }


def unpublished_page(whole: Publishable, code: str, at: dt.datetime) -> Page:
    """The page that a publication at that instant would write; this one is written nowhere."""
    edition = Edition(uid=whole.uid, content_kind=whole.content_kind, starts_at=at)
    return page_of(edition, whole, code, build(whole))


def publish(
    whole: Publishable,
    *,
    by: Actor | None,
    at: dt.datetime | None = None,
    zone: str = "UTC",
    note: str = "",
    approved: str | None = None,
    now: dt.datetime | None = None,
) -> Edition:
    """Make the working copy public from `at`, or from now. `approved` is the digest once shown, at
    the address that `whole` then had; `now` is what `common_instant` said of several.

    Raises ValidationError with one sentence where the time or the working copy does not serve.
    """
    with arranging(whole.uid):
        seen, whole = whole, type(whole)._default_manager.get(pk=whole.pk)
        check_rows(whole)
        documents = build(whole)
        if approved is not None and (approved, seen.slug) != (digest(documents), whole.slug):
            raise Changed(_("It was changed after you looked. Look once more, then publish."))
        _reserve_address(whole)
        columns = {"zone": zone, "note": note, "digest": digest(documents)}
        edition = _new_edition(whole, by, at, now, **columns)
        write_pages(edition, whole, documents)
        return edition


def common_instant(wholes: Iterable[Publishable]) -> dt.datetime:
    """The `now` at which all of them can start. To be asked, and used, under one publishing lock."""
    return start_now([whole.uid for whole in wholes], timezone.now())


def withdraw(
    whole: Publishable,
    *,
    by: Actor | None,
    reason: Mapping[str, str],
    at: dt.datetime | None = None,
    zone: str = "UTC",
    replacement: Publishable | None = None,
) -> Edition:
    """Take it off the public side from `at`, or from now; `reason` is {language code: sentence}."""
    with arranging(whole.uid):
        documents = printable(tombstones(whole, reason, replacement))
        kind = Edition.Kind.WITHDRAWAL
        edition = _new_edition(whole, by, at, None, zone=zone, kind=kind, digest=digest(documents))
        before = Edition.objects.filter(uid=whole.uid, ends_at=edition.starts_at)
        if not before.filter(kind=Edition.Kind.PUBLICATION).exists():
            raise ValidationError(_("Nothing of it is public at that time."))
        write_pages(edition, whole, documents)
        return edition


def cancel(scheduled: Edition) -> None:
    """Remove an edition that has not started, as if it had never been scheduled."""
    with arranging(scheduled.uid):
        edition = _still_ahead(scheduled)
        edition.delete()
        _free_addresses(edition.uid)
        set_windows(edition.uid)


def move(scheduled: Edition, *, at: dt.datetime, zone: str) -> Edition:
    """Let an edition that has not started begin at another time ahead: the same edition with the
    same documents. `zone` is the one in which that time is meant."""
    with arranging(scheduled.uid):
        edition = _still_ahead(scheduled)
        if at == edition.starts_at:
            raise NotThatTime(_("It starts at this time already. Choose another one."))
        check_ahead(edition.uid, at, timezone.now())
        set_windows(edition.uid, {edition.pk: at})
        Edition.objects.filter(pk=edition.pk).update(zone=zone)
        return _sorted_again(edition)


def put_time_right(false: Edition) -> Edition:
    """Date an act to now that a wrong clock recorded as later, and keep what that clock had said.

    What it made public by that clock is public from now; what it scheduled starts when it was meant.
    """
    with arranging(false.uid):
        now = timezone.now()
        edition = misdated(now).filter(uid=false.uid).first()
        if edition is None:
            raise ValidationError(_("This date does not lie ahead: there is nothing to put right."))
        if edition.pk != false.pk:
            raise ValidationError(
                _("An earlier act on it is dated ahead too. Put that right first.")
            )
        said, for_now = edition.published_at, edition.is_for_now
        start = first_free([edition.uid], now) if for_now else edition.starts_at
        set_windows(edition.uid, {edition.pk: start})
        dated = {"published_at": start if for_now else now, "misdated_at": said}
        Edition.objects.filter(pk=edition.pk).update(**dated)
        return _sorted_again(edition)


def _sorted_again(edition: Edition) -> Edition:
    edition.refresh_from_db()
    sort_again(edition)
    return edition


def _still_ahead(scheduled: Edition) -> Edition:
    """As it is stored now."""
    edition = Edition.objects.filter(pk=scheduled.pk).first()
    if edition is None:
        raise ValidationError(_("It was cancelled already."))
    if edition.started(present([edition.uid], timezone.now())):
        raise ValidationError(_("It has already started. Withdraw it instead."))
    return edition


def tombstones(
    whole: Publishable, reason: Mapping[str, str], replacement: Publishable | None
) -> dict[str, Document]:
    link = replacement and reference(replacement.content_kind, replacement, "replacement", None)
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
    prefetch_related_objects([whole], *KINDS[whole.content_kind].parts)
    for name in KINDS[whole.content_kind].parts:
        for part in getattr(whole, name).all():
            part.clean_stored()


def _reserve_address(whole: Publishable) -> None:
    address, _created = Address.objects.get_or_create(
        content_kind=whole.content_kind, slug=whole.slug, defaults={"uid": whole.uid}
    )
    if address.uid != whole.uid:
        raise ValidationError(_("This address once belonged to another page and stays with it."))


def _free_addresses(uid: uuid.UUID) -> None:
    """Those that were only scheduled, so that nobody has ever read a page there."""
    slugs = Page.objects.filter(uid=uid).values("slug")
    Address.objects.filter(uid=uid).exclude(slug__in=slugs).delete()


def _new_edition(
    whole: Publishable,
    by: Actor | None,
    at: dt.datetime | None,
    now: dt.datetime | None,
    **columns: Any,
) -> Edition:
    now = now or timezone.now()
    if at is not None:
        check_ahead(whole.uid, at, now)
    acted = start_now([whole.uid], now) if at is None else present([whole.uid], now)
    start = at or acted
    return Edition.objects.create(
        uid=whole.uid,
        content_kind=whole.content_kind,
        number=Numbering.next_of(whole.uid),
        starts_at=start,
        ends_at=set_windows(whole.uid, {NEW: start})[NEW],
        published_by=by,  # type: ignore[misc]
        published_at=acted,
        version=whole.version,
        snapshot=snapshot.capture(whole),
        **columns,
    )
