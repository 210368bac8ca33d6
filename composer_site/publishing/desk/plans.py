"""A release as staff decided on it: of what they saw, at which moment, and what then follows."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.publishing.desk.comparison import Comparison, Documents, compare
from composer_site.publishing.documents import digest
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition
from composer_site.publishing.nouns import NOUNS
from composer_site.publishing.release import Changed, build, cancel, common_instant, release
from composer_site.publishing.working_copy import Publishable


class Later(models.TextChoices):
    """What to do with an edition that is scheduled already, and would bring its older text back."""

    KEEP = "keep", gettext_lazy("Keep it: from its moment on, visitors read the older text.")
    REBUILD = "rebuild", gettext_lazy("Replace it by the new text, at the same moment.")
    CANCEL = "cancel", gettext_lazy("Cancel it: the new text stays.")


@dataclass(frozen=True)
class Proposal:
    """What a release would change, as it stands at `at`; `shown` is the mark of exactly that."""

    whole: Publishable
    documents: Documents
    editions: list[Edition]
    at: dt.datetime

    @classmethod
    def of(cls, whole: Publishable) -> "Proposal":
        return next(cls.of_several([whole]))

    @classmethod
    def of_several(cls, wholes: Collection[Publishable]) -> Iterator["Proposal"]:
        """Of things of one noun, for the queries of one."""
        if wholes:
            prefetch_related_objects(list(wholes), *next(iter(wholes)).noun.loads)
        at, editions = timezone.now(), defaultdict(list)
        for edition in Edition.objects.filter(uid__in=[w.uid for w in wholes]).unended(at):
            editions[edition.uid].append(edition)
        for whole in wholes:
            yield cls(whole, build(whole), editions[whole.uid], at)

    @property
    def current(self) -> Edition | None:
        return next((edition for edition in self.editions if edition.started(self.at)), None)

    @property
    def ahead(self) -> list[Edition]:
        return [edition for edition in self.editions if not edition.started(self.at)]

    @cached_property
    def approved(self) -> str:
        """The digest that a release of exactly these texts has."""
        return digest(self.documents)

    @property
    def shown(self) -> str:
        numbers = [edition.number for edition in self.editions]
        seen: dict[str, Any] = {
            "documents": self.documents,
            "slug": self.whole.slug,
            "editions": numbers,
        }
        return digest(seen)

    @cached_property
    def compared(self) -> Edition | None:
        """What is public, or after a withdrawal was public last."""
        releases = Edition.objects.filter(uid=self.whole.uid, kind=Edition.Kind.RELEASE)
        past = releases.filter(starts_at__lte=self.at).order_by("-starts_at")
        return past.defer("source").first()

    def comparison(self) -> Comparison:
        old = documents_of(self.compared) if self.compared else None
        return compare(self.whole.noun_name, old, self.documents)

    def older(self) -> list[Edition]:
        """Scheduled releases of another text than this one."""
        releases = [edition for edition in self.ahead if edition.kind == Edition.Kind.RELEASE]
        return [edition for edition in releases if edition.digest != self.approved]

    def older_from(self, moment: dt.datetime | None) -> list[Edition]:
        """Those that would bring an older text back after a release at that moment."""
        return [e for e in self.older() if moment is None or e.starts_at >= moment]


@dataclass(frozen=True)
class Plan:
    shown: str
    moment: dt.datetime | None
    zone: str = "UTC"
    note: str = ""
    later: str = ""


class NotTogether(Exception):
    """What stood in the way of which, by uid; none was released."""

    def __init__(self, reasons: Mapping[uuid.UUID, ValidationError]) -> None:
        self.reasons = reasons


def carry_out_together(plans: Sequence[tuple[Plan, Publishable]], by: Any) -> list[Edition]:
    """All of them at one instant, or none."""
    made: list[Edition] = []
    reasons: dict[uuid.UUID, ValidationError] = {}
    with publishing_lock():
        now = common_instant([whole for _plan, whole in plans])
        for plan, whole in plans:
            try:
                made.append(carry_out(plan, whole, by, now))
            except ValidationError as error:
                reasons[whole.uid] = error
        if reasons:
            raise NotTogether(reasons)
    return made


def carry_out(plan: Plan, whole: Publishable, by: Any, now: dt.datetime | None = None) -> Edition:
    """All of it or nothing. Raises Changed where it is no longer what was shown."""
    with publishing_lock():
        proposal = Proposal.of(type(whole)._default_manager.get(pk=whole.pk))
        if proposal.shown != plan.shown:
            raise Changed(_("It was changed after you looked. Look once more, then release."))
        later = proposal.older_from(plan.moment)
        if later and plan.later not in Later.values:
            raise ValidationError({"later": _("Choose what happens to the scheduled edition.")})
        return _carry_out(plan, proposal, by, [] if plan.later == Later.KEEP else later, now)


def _carry_out(
    plan: Plan, proposal: Proposal, by: Any, later: list[Edition], now: dt.datetime | None
) -> Edition:
    """What starts at the very moment makes room first; what starts later needs one before it."""
    for edition in later:
        if edition.starts_at == plan.moment:
            cancel(edition, is_replaced=True)
    made = _release(proposal, by, at=plan.moment, zone=plan.zone, note=plan.note, now=now)
    for edition in later:
        if edition.starts_at != plan.moment:
            cancel(edition)
            _rebuild(plan, proposal, by, edition)
    return made


def _rebuild(plan: Plan, proposal: Proposal, by: Any, edition: Edition) -> None:
    if plan.later == Later.REBUILD:
        _release(proposal, by, at=edition.starts_at, zone=edition.zone, note=edition.note)


def _release(proposal: Proposal, by: Any, **options: Any) -> Edition:
    """Of what was proposed and nothing else: on PostgreSQL a colleague may save meanwhile."""
    return release(proposal.whole, by=by, approved=proposal.approved, **options)


def documents_of(edition: Edition) -> Documents:
    """An edition's documents as they were released, in today's shape."""
    pages = edition.pages.all()
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return {page.language: page.document for page in pages}
    return {page.language: NOUNS[edition.noun].lift(page.document) for page in pages}
