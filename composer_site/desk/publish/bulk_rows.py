"""What the page of a selection says of each thing in it."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.desk.checks.readiness import Blocker, blockers
from composer_site.desk.checks.review import Group, review
from composer_site.desk.checks.subject import subjects
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.history.preview import look_links
from composer_site.desk.lists.states import State, state_of
from composer_site.desk.naming import name_of
from composer_site.desk.publish.answer_forms import AnswerForm
from composer_site.desk.publish.plans import Proposal
from composer_site.desk.publish.publish_page import introduction, questions
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import Language

NO_REASONS: Mapping[uuid.UUID, ValidationError] = {}


@dataclass(frozen=True)
class Row:
    """`shown` is the mark of what is proposed, empty where there is no proposal."""

    thing: Publishable
    state: State
    address: str
    is_ticked: bool
    reasons: Sequence[str] = ()
    blockers: Sequence[Blocker] = ()
    approval_digest: str = ""
    change: str = ""
    checks: Sequence[Group] = ()
    asked: Sequence[AnswerForm] = ()
    looks: Sequence[tuple[Language, str]] = ()

    @property
    def name(self) -> str:
        return name_of(self.thing)

    @property
    def number_of_checks(self) -> int:
        return sum(len(group.checks) for group in self.checks)


def rows_of(
    model_admin: ContentAdmin,
    request: HttpRequest,
    selected: Sequence[Publishable],
    ticked: Collection[Publishable],
    time: dt.datetime | None,
    reasons: Mapping[uuid.UUID, ValidationError] = NO_REASONS,
) -> list[Row]:
    prefetch_related_objects(list(selected), *KINDS[selected[0].content_kind].loads)
    states = state_of(selected)
    blocked = {thing: blockers(thing) for thing in selected}
    proposals = Proposal.of_several([thing for thing in selected if not blocked[thing]])
    proposed = {proposal.whole: proposal for proposal in proposals}
    reviews = _reviews([proposed[thing] for thing in ticked if thing in proposed], time)
    return [
        Row(
            thing,
            states[thing.uid],
            model_admin.address("publish", thing),
            thing in ticked,
            blockers=blocked[thing],
            checks=reviews.get(thing, ()),
            reasons=sentences(reasons.get(thing.uid)) if thing in proposed else (),
            **_said(model_admin, request, proposed[thing]) if thing in proposed else {},
        )
        for thing in selected
    ]


def _reviews(
    proposals: Sequence[Proposal], time: dt.datetime | None
) -> dict[Publishable, list[Group]]:
    """Of what is ticked: those are public together."""
    documents = {proposal.whole: proposal.documents for proposal in proposals}
    found = subjects(documents, time or timezone.now())
    return {subject.whole: review(subject) for subject in found}


def _said(model_admin: ContentAdmin, request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    return {
        "approval_digest": proposal.approval_digest,
        "change": change_in_words(proposal),
        "asked": questions(request, proposal),
        "looks": look_links(model_admin, "saved", proposal.whole),
    }


def change_in_words(proposal: Proposal) -> str:
    if proposal.compared is None:
        return introduction(proposal, changed=True)
    said = _changes(proposal.comparison().count(), proposal.compared.number)
    if proposal.current == proposal.compared:
        return said
    return _("It is withdrawn, and becomes public again. %s") % said


def _changes(count: int, number: int) -> str:
    words = {"count": count, "number": number}
    if not count:
        return _("No text changes, compared with edition %(number)d.") % words
    sentence = ngettext(
        "%(count)d text changes, compared with edition %(number)d.",
        "%(count)d texts change, compared with edition %(number)d.",
        count,
    )
    return sentence % words


def sentences(error: ValidationError | None) -> list[str]:
    return list(error.messages) if error else []
