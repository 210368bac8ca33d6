"""Acts on editions, and the verb that shows them, each broken in one way."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q

import composer_site.publishing.publish as acts
from composer_site.desk.publish.plans import Proposal
from composer_site.publishing import timeline
from composer_site.publishing.models import Edition, Excerpt, Page, PageQuerySet
from press.models import Statement

set_windows = timeline.set_windows


def broken_write_nothing(pk, start, end):
    """The window before stays open."""


def broken_write_only_the_edition(pk, start, end):
    Edition.objects.filter(pk=pk).update(starts_at=start, ends_at=end)


def broken_write_only_the_pages(pk, start, end):
    Page.objects.filter(edition=pk).update(starts_at=start, ends_at=end)


def broken_write_all_but_the_excerpts(pk, start, end):
    broken_write_only_the_edition(pk, start, end)
    broken_write_only_the_pages(pk, start, end)


def broken_write_of_ends_alone(pk, start, end):
    for rows in (Edition.objects.filter(pk=pk), Page.objects.filter(edition=pk)):
        rows.update(ends_at=end)
    Excerpt.objects.filter(edition=pk).update(ends_at=end)


def broken_windows_without_end(uid, starts=timeline.NOTHING_MOVES):
    return set_windows(uid, starts) | dict.fromkeys(starts)


def broken_check_that_lets_the_past_in(uid, at, now):
    """Any time serves."""


def broken_start_at_the_next_second(uids, now):
    return now + timedelta(seconds=1)


def broken_cancel_that_reopens_nothing(edition):
    if edition.started(acts.timezone.now()):
        raise ValidationError("started")
    edition.delete()


def broken_cancel_of_anything(edition):
    edition = Edition.objects.get(pk=edition.pk)
    edition.delete()
    set_windows(edition.uid)


def broken_move_that_publishes_anew(edition, at, zone):
    """What is public then is today's working copy."""
    acts.cancel(edition)
    whole = edition_whole(edition)
    return acts.publish(whole, by=None, at=at, zone=zone)


def edition_whole(edition):
    return Statement.objects.get(uid=edition.uid)


def broken_move_of_the_edition_alone(edition, at, zone):
    Edition.objects.filter(pk=edition.pk).update(starts_at=at)


@property
def broken_ahead_that_forgets_an_older_edition(self):
    """Of what is scheduled, only the last to start is asked about."""
    return [edition for edition in self.editions if not edition.started(self.at)][-1:]


def broken_number(uid):
    """The next of those that are there: after a cancellation, one that was told before."""
    numbers = Edition.objects.filter(uid=uid).values_list("number", flat=True)
    return max(numbers, default=0) + 1


def broken_public_one_instant_late(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lt=at, kind="publication")


def broken_public_one_instant_long(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gte=at), starts_at__lte=at, kind="publication")


def broken_public_with_tombstones(self, at):
    return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)


BROKEN = [
    (timeline, "_write", broken_write_nothing),
    (timeline, "_write", broken_write_only_the_edition),
    (timeline, "_write", broken_write_only_the_pages),
    (timeline, "_write", broken_write_all_but_the_excerpts),
    (timeline, "_write", broken_write_of_ends_alone),
    (acts, "set_windows", broken_windows_without_end),
    (acts, "check_ahead", broken_check_that_lets_the_past_in),
    (acts, "start_now", broken_start_at_the_next_second),
    (acts, "cancel", broken_cancel_that_reopens_nothing),
    (acts, "cancel", broken_cancel_of_anything),
    (acts, "move", broken_move_that_publishes_anew),
    (acts, "move", broken_move_of_the_edition_alone),
    (Proposal, "ahead", broken_ahead_that_forgets_an_older_edition),
    (acts.Numbering, "next_of", broken_number),
    (PageQuerySet, "public", broken_public_one_instant_late),
    (PageQuerySet, "public", broken_public_one_instant_long),
    (PageQuerySet, "public", broken_public_with_tombstones),
]
