"""What the page of a selection says of each thing in it."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import ngettext

from composer_site.languages import Language
from composer_site.publishing.desk.checks.review import Group, review
from composer_site.publishing.desk.checks.subject import subjects
from composer_site.publishing.desk.plans import Proposal
from composer_site.publishing.desk.preview import look_links
from composer_site.publishing.desk.readiness import Blocker, blockers
from composer_site.publishing.desk.release_page import introduction, scheduled
from composer_site.publishing.desk.states import State, state_of
from composer_site.publishing.working_copy import Publishable


@dataclass(frozen=True)
class Row:
    """`shown` is the mark of what is proposed, empty where there is no proposal."""

    thing: Publishable
    state: State
    address: str
    is_ticked: bool
    reasons: Sequence[str] = ()
    blockers: Sequence[Blocker] = ()
    shown: str = ""
    change: str = ""
    checks: Sequence[Group] = ()
    scheduled: Sequence[str] = ()
    has_older: bool = False
    looks: Sequence[tuple[Language, str]] = ()

    @property
    def name(self) -> str:
        """Half-finished things may have no title yet."""
        return str(self.thing) or self.thing.slug

    @property
    def number_of_checks(self) -> int:
        return sum(len(group.checks) for group in self.checks)


def rows_of(
    desk: Any,
    selected: Sequence[Publishable],
    ticked: Collection[Publishable],
    moment: dt.datetime | None,
    reasons: Mapping[uuid.UUID, ValidationError],
) -> list[Row]:
    prefetch_related_objects(list(selected), *selected[0].noun.loads)
    states = state_of(selected)
    standing = {thing: blockers(thing) for thing in ticked}
    proposed = dict(_proposed(desk, [t for t in ticked if not standing[t]], moment))
    return [
        Row(
            thing,
            states[thing.uid],
            desk.address("release", thing),
            thing in standing,
            blockers=standing.get(thing, ()),
            reasons=sentences(reasons.get(thing.uid)) if thing in proposed else (),
            **proposed.get(thing, {}),
        )
        for thing in selected
    ]


def _proposed(
    desk: Any, things: Sequence[Publishable], moment: dt.datetime | None
) -> Iterator[tuple[Publishable, dict[str, Any]]]:
    proposals = {proposal.whole: proposal for proposal in Proposal.of_several(things)}
    documents = {thing: proposals[thing].documents for thing in things}
    for subject in subjects(documents, moment or timezone.now()):
        thing, proposal = subject.whole, proposals[subject.whole]
        yield (
            thing,
            {
                "shown": proposal.shown,
                "change": change_in_words(proposal),
                "checks": review(subject),
                "scheduled": [scheduled(edition, proposal) for edition in proposal.ahead],
                "has_older": bool(proposal.older()),
                "looks": look_links(desk, "saved", thing),
            },
        )


def change_in_words(proposal: Proposal) -> str:
    count = proposal.comparison().count() if proposal.compared else 0
    said = introduction(proposal, changed=bool(count))
    if not count:
        return said
    return f"{said} " + ngettext("%d text changes.", "%d texts change.", count) % count


def sentences(error: ValidationError | None) -> list[str]:
    return list(error.messages) if error else []
