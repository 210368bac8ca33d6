"""Acts on editions, and the verb that shows them, each broken in one way."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q

import composer_site.publishing.release as acts
from composer_site.publishing.models import Edition, Page, PageQuerySet


def broken_close_nothing(edition, ends_at):
    """The window before stays open."""


def broken_close_only_the_edition(edition, ends_at):
    Edition.objects.filter(pk=edition.pk).update(ends_at=ends_at)


def broken_close_only_the_pages(edition, ends_at):
    Page.objects.filter(edition=edition).update(ends_at=ends_at)


def broken_close_all_but_the_passages(edition, ends_at):
    Edition.objects.filter(pk=edition.pk).update(ends_at=ends_at)
    edition.pages.update(ends_at=ends_at)


def broken_room_in_wrong_order(uid, start):
    editions = Edition.objects.filter(uid=uid)
    previous = editions.filter(starts_at__lt=start).order_by("starts_at").first()
    following = editions.filter(starts_at__gt=start).order_by("starts_at").first()
    if previous:
        acts._close(previous, start)
    return following.starts_at if following else None


def broken_room_until_the_last(uid, start):
    following = Edition.objects.filter(uid=uid, starts_at__gt=start).order_by("-starts_at").first()
    original_room(uid, start)
    return following.starts_at if following else None


def broken_room_without_end(uid, start):
    original_room(uid, start)


def broken_start_in_the_past(whole, at, now):
    return at - timedelta(minutes=5)


def broken_start_at_the_next_second(whole, now):
    return now + timedelta(seconds=1)


def broken_cancel_that_reopens_nothing(edition):
    if edition.started(acts.timezone.now()):
        raise ValidationError("started")
    edition.delete()


def broken_cancel_of_anything(edition):
    edition = Edition.objects.get(pk=edition.pk)
    previous = Edition.objects.filter(uid=edition.uid, ends_at=edition.starts_at).first()
    edition.delete()
    if previous:
        acts._close(previous, edition.ends_at)


def broken_public_one_instant_late(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lt=at, kind="release")


def broken_public_one_instant_long(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gte=at), starts_at__lte=at, kind="release")


def broken_public_with_tombstones(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)


original_room = acts._make_room
BROKEN = [
    (acts, "_close", broken_close_nothing),
    (acts, "_close", broken_close_only_the_edition),
    (acts, "_close", broken_close_only_the_pages),
    (acts, "_close", broken_close_all_but_the_passages),
    (acts, "_make_room", broken_room_in_wrong_order),
    (acts, "_make_room", broken_room_until_the_last),
    (acts, "_make_room", broken_room_without_end),
    (acts, "_start_ahead", broken_start_in_the_past),
    (acts, "_start_now", broken_start_at_the_next_second),
    (acts, "cancel", broken_cancel_that_reopens_nothing),
    (acts, "cancel", broken_cancel_of_anything),
    (PageQuerySet, "public", broken_public_one_instant_late),
    (PageQuerySet, "public", broken_public_one_instant_long),
    (PageQuerySet, "public", broken_public_with_tombstones),
]
