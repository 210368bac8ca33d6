"""What becomes of the editions that are scheduled already, when something else is decided."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.publish.act_log import record_cancelled, record_made, record_moved
from composer_site.publishing.documents import digest
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import build, cancel, move, publish
from composer_site.publishing.working_copy import Publishable


@dataclass(frozen=True)
class Answer:
    """`at` and `zone` are of the time that a moved edition is to have."""

    class Kind(models.TextChoices):
        KEEP = "keep", gettext_lazy("Keep it as it is.")
        REBUILD = "rebuild", gettext_lazy("Replace its text by the one saved now, at its time.")
        MOVE = "move", gettext_lazy("Move it to another time.")
        CANCEL = "cancel", gettext_lazy("Cancel it.")

    kind: str
    at: dt.datetime | None = None
    zone: str = "UTC"

    @property
    def time(self) -> dt.datetime:
        """Of one that moves."""
        if self.at is None:
            raise ValidationError(_("Give the time to which the edition moves."))
        return self.at


# By the primary key of the edition.
Answers = Mapping[int, Answer]


def settle(
    whole: Publishable,
    scheduled: Collection[Edition],
    answers: Answers,
    by: Actor | None,
    approved: str,
    now: dt.datetime | None = None,
    time: dt.datetime | None = None,
) -> None:
    """Carry the answer about each of them out. One that has none refuses the whole.

    What would be rebuilt at `time` itself makes room for the act that is decided; `approved` is
    the digest of the text that others are rebuilt from.
    """
    if any(edition.pk not in answers for edition in scheduled):
        raise ValidationError(_("Choose what becomes of each scheduled edition."))
    cancelled, moved, rebuilds = (
        [edition for edition in scheduled if answers[edition.pk].kind == kind]
        for kind in (Answer.Kind.CANCEL, Answer.Kind.MOVE, Answer.Kind.REBUILD)
    )
    for edition in (*cancelled, *rebuilds):
        cancel(edition)
        record_cancelled(by, whole, edition)
    # The latest time first: one may take the place that another leaves for a later one.
    for edition in sorted(moved, key=lambda edition: answers[edition.pk].time, reverse=True):
        answer = answers[edition.pk]
        record_moved(by, whole, edition, move(edition, at=answer.time, zone=answer.zone))
    for edition in rebuilds:
        if edition.starts_at != time:
            rebuilt = publish(
                whole,
                by=by,
                at=edition.starts_at,
                zone=edition.zone,
                note=edition.note,
                approved=approved,
                now=now,
            )
            record_made(by, whole, rebuilt)


def approved_of(whole: Publishable) -> str:
    """The digest of the text saved now; empty where that cannot be published."""
    return "" if blockers(whole) else digest(build(whole))
