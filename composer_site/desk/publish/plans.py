"""A publication as staff decided on it: of what they saw, when, and what becomes of the rest."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.desk.history.comparison import Comparison, compare
from composer_site.desk.publish.answers import Answer, Answers, settle
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import Documents, digest
from composer_site.publishing.editions import Actor
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import Changed, build, common_instant, publish
from composer_site.publishing.timeline import ClockBehind, arranging, visitors_present
from composer_site.publishing.working_copy import Publishable


@dataclass(frozen=True)
class Proposal:
    """What a publication would change, as it stands at `at`; `approval_digest` is the mark of exactly that."""

    whole: Publishable
    documents: Documents
    editions: list[Edition]
    at: dt.datetime

    @classmethod
    def of(cls, whole: Publishable) -> "Proposal":
        return next(cls.of_several([whole]))

    @classmethod
    def of_several(cls, wholes: Collection[Publishable]) -> Iterator["Proposal"]:
        """Of things of one kind of content, for the queries of one."""
        if wholes:
            prefetch_related_objects(list(wholes), *KINDS[next(iter(wholes)).content_kind].loads)
        at, _next = visitors_present(timezone.now())
        editions: dict[uuid.UUID, list[Edition]] = defaultdict(list)
        for edition in Edition.objects.filter(uid__in=[w.uid for w in wholes]).unended(at):
            editions[edition.uid].append(edition)
        for whole in wholes:
            yield cls(whole, build(whole), editions[whole.uid], at)

    @property
    def current(self) -> Edition | None:
        return next((edition for edition in self.editions if edition.started(self.at)), None)

    @property
    def ahead(self) -> list[Edition]:
        """What is scheduled: one for now that a wrong clock dated ahead is not."""
        later = [edition for edition in self.editions if not edition.started(self.at)]
        return [edition for edition in later if not edition.is_for_now]

    @cached_property
    def approved(self) -> str:
        """The digest that a publication of exactly these texts has."""
        return digest(self.documents)

    @property
    def approval_digest(self) -> str:
        seen: dict[str, Any] = {
            "documents": self.documents,
            "slug": self.whole.slug,
            "editions": [[edition.number, edition.starts_at] for edition in self.editions],
        }
        return digest(seen)

    @cached_property
    def compared(self) -> Edition | None:
        """What is public, or after a withdrawal was public last."""
        publications = Edition.objects.filter(uid=self.whole.uid, kind=Edition.Kind.PUBLICATION)
        past = publications.filter(starts_at__lte=self.at).order_by("-starts_at")
        return past.defer("snapshot").first()

    def comparison(self) -> Comparison:
        old = self.compared.documents() if self.compared else None
        return compare(self.whole.content_kind, old, self.documents)

    def is_older(self, edition: Edition) -> bool:
        """Whether it holds another text than this one."""
        return edition.digest != self.approved


@dataclass(frozen=True)
class Plan:
    approval_digest: str
    time: dt.datetime | None
    zone: str = "UTC"
    note: str = ""
    answers: Answers = field(default_factory=dict)


class NotTogether(Exception):
    """What stood in the way of which, by uid; none was published."""

    def __init__(self, reasons: Mapping[uuid.UUID, ValidationError]) -> None:
        self.reasons = reasons


def carry_out_together(
    plans: Sequence[tuple[Plan, Publishable]], by: Actor | None
) -> list[Edition]:
    """All of them at one instant, or none."""
    with publishing_lock():
        now = _common_instant([whole for _plan, whole in plans])
        return together(
            [(whole.uid, partial(carry_out, plan, whole, by, now)) for plan, whole in plans]
        )


def together(acts: Sequence[tuple[uuid.UUID, Callable[[], Edition]]]) -> list[Edition]:
    """What each of them made; or NotTogether, with the reason of each that cannot be."""
    made: list[Edition] = []
    reasons: dict[uuid.UUID, ValidationError] = {}
    with publishing_lock():
        for uid, act in acts:
            try:
                made.append(act())
            except ValidationError as error:
                reasons[uid] = error
        if reasons:
            raise NotTogether(reasons)
    return made


def _common_instant(wholes: Sequence[Publishable]) -> dt.datetime:
    """Where one of them was dated by a wrong clock, that one says so itself."""
    try:
        return common_instant(wholes)
    except ClockBehind:
        return timezone.now()


def carry_out(
    plan: Plan, whole: Publishable, by: Actor | None, now: dt.datetime | None = None
) -> Edition:
    """All of it or nothing. Raises Changed where it is no longer what was shown."""
    with arranging(whole.uid):
        proposal = Proposal.of(type(whole)._default_manager.get(pk=whole.pk))
        if proposal.approval_digest != plan.approval_digest:
            raise Changed(_("It was changed after you looked. Look once more, then publish."))
        _refuse_to_open_early(plan, proposal)
        # Of what was proposed and nothing else: on PostgreSQL a colleague may save meanwhile.
        approved, now = proposal.approved, now or timezone.now()
        settle(proposal.whole, proposal.ahead, plan.answers, by, approved, now, plan.time)
        return publish(
            proposal.whole,
            by=by,
            at=plan.time,
            zone=plan.zone,
            note=plan.note,
            approved=approved,
            now=now,
        )


def _refuse_to_open_early(plan: Plan, proposal: Proposal) -> None:
    for edition in proposal.ahead:
        answer = plan.answers.get(edition.pk)
        rebuilds = answer is not None and answer.kind == Answer.Kind.REBUILD
        if rebuilds and plan.time and edition.starts_at < plan.time:
            raise ValidationError(
                _(
                    "Edition %d starts before the time that you chose: with the new text in it, "
                    "that text would be public too early. Keep it, move it or cancel it."
                )
                % edition.number
            )
