"""What the log says of acts on editions: of what is scheduled, for when."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_noop

from composer_site.desk.log import record_sentence
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable

# {(withdraws, is scheduled): sentence}
MADE = {
    (False, False): gettext_noop("Released as edition %(number)d."),
    (False, True): gettext_noop("Scheduled for %(time)s, as edition %(number)d."),
    (True, False): gettext_noop("Withdrawn as edition %(number)d."),
    (True, True): gettext_noop("Withdrawal scheduled for %(time)s, as edition %(number)d."),
}
MADE_TOGETHER = {
    False: gettext_noop("Released as edition %(number)d, in a selection of %(count)d."),
    True: gettext_noop(
        "Scheduled for %(time)s, as edition %(number)d, in a selection of %(count)d."
    ),
}

# Sentences of entries that are stored already.
OLDER = (
    gettext_noop("Released as edition %d."),
    gettext_noop("Withdrawn as edition %d."),
    gettext_noop("Cancelled edition %d."),
)


def record_made(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    withdraws = edition.kind == Edition.Kind.WITHDRAWAL
    record_sentence(by, whole, MADE[withdraws, not edition.is_for_now], _values(edition))


def record_made_together(
    by: Actor | None, whole: Publishable, edition: Edition, count: int
) -> None:
    sentence = MADE_TOGETHER[not edition.is_for_now]
    record_sentence(by, whole, sentence, _values(edition) | {"count": count})


def record_cancelled(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    said = gettext_noop("Cancelled edition %(number)d, which was scheduled for %(time)s.")
    record_sentence(by, whole, said, _values(edition))


def record_moved(by: Actor | None, whole: Publishable, before: Edition, moved: Edition) -> None:
    said = gettext_noop("Moved edition %(number)d from %(before)s to %(time)s.")
    record_sentence(by, whole, said, _values(moved) | {"before": _time(before)})


def record_dated(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    said = gettext_noop("Dated edition %(number)d to now: a wrong clock had said %(before)s.")
    before = {"at": _iso(edition.misdated_at), "zone": "UTC"}
    record_sentence(by, whole, said, {"number": edition.number, "before": before})


def _values(edition: Edition) -> dict[str, Any]:
    return {"number": edition.number, "time": _time(edition)}


def _time(edition: Edition) -> dict[str, str]:
    return {"at": _iso(edition.starts_at), "zone": edition.zone}


def _iso(instant: dt.datetime | None) -> str:
    return instant.isoformat() if instant else ""
