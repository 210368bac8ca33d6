"""Where a working copy stands between its last save and the public site."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _

from composer_site.desk.clocks import on_own_clock
from composer_site.desk.lists.publication_status import PublicationStatus
from composer_site.desk.rights import SEE_EDITIONS
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable


@dataclass(frozen=True)
class State:
    """`public` is what visitors see of it now.

    `current` and `ahead` are editions without their `snapshot`; `ahead` is the next to start.
    `changed`: it was saved after the text that was published last, be that public or scheduled.
    """

    public: PublicationStatus = PublicationStatus.NEVER
    changed: bool = False
    current: Edition | None = None
    ahead: Edition | None = None

    @property
    def can_be_withdrawn(self) -> bool:
        return self.public is PublicationStatus.LIVE or self.ahead is not None

    def known_to(self, user: Actor) -> "State":
        """What is scheduled, only those know who see editions."""
        return self if user.has_perm(SEE_EDITIONS) else replace(self, ahead=None)

    def marks(self) -> Iterator[tuple[str, str]]:
        """(class, words) for each thing to say of it in a list, the public state first: as many as
        there are lists by state that show it."""
        if self.public is not PublicationStatus.NEVER or self.ahead is None:
            yield self.public.value, str(self.public.label)
        if self.changed:
            yield PublicationStatus.CHANGED.value, str(PublicationStatus.CHANGED.label)
        if self.ahead:
            yield PublicationStatus.SCHEDULED.value, self._ahead_in_words(self.ahead)

    def _ahead_in_words(self, edition: Edition) -> str:
        time = on_own_clock(edition.starts_at)
        if edition.kind == Edition.Kind.WITHDRAWAL:
            return _("to be withdrawn: %s") % time
        return _("scheduled: %s") % time

    def __str__(self) -> str:
        return ", ".join(words for _mark, words in self.marks())


def state_of(rows: Iterable[Publishable], at: dt.datetime | None = None) -> dict[uuid.UUID, State]:
    """{uid: State} of many rows in one query; every row has an entry.

    For a list, ask once for the rows of its page and look each up by its `uid`.
    """
    rows, at = list(rows), at or timezone.now()
    editions = defaultdict(list)
    for edition in Edition.objects.filter(uid__in={row.uid for row in rows}).unended(at):
        editions[edition.uid].append(edition)
    return {row.uid: _state(row, editions[row.uid], at) for row in rows}


def _state(row: Publishable, editions: list[Edition], at: dt.datetime) -> State:
    current = next((edition for edition in editions if edition.started(at)), None)
    ahead = next((edition for edition in editions if not edition.started(at)), None)
    return State(_public(current), _changed(row, editions), current, ahead)


def _public(current: Edition | None) -> PublicationStatus:
    if current is None:
        return PublicationStatus.NEVER
    return (
        PublicationStatus.LIVE
        if current.kind == Edition.Kind.PUBLICATION
        else PublicationStatus.WITHDRAWN
    )


def _changed(row: Publishable, editions: list[Edition]) -> bool:
    published = [edition for edition in editions if edition.kind == Edition.Kind.PUBLICATION]
    last = max(published, key=lambda edition: edition.number, default=None)
    return last is not None and row.version > last.version
