"""What the log says of acts on editions: of what is scheduled, for when."""

import datetime as dt
from typing import Any

from composer_site.desk.log import record_act
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable

# {(withdraws, is scheduled): act}
MADE = {
    (False, False): "published",
    (False, True): "scheduled",
    (True, False): "withdrawn",
    (True, True): "withdrawal-scheduled",
}


def record_made(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    withdraws = edition.kind == Edition.Kind.WITHDRAWAL
    record_act(by, whole, MADE[withdraws, not edition.is_for_now], **_values(edition))


def record_made_together(
    by: Actor | None, whole: Publishable, edition: Edition, count: int
) -> None:
    act = "published-together" if edition.is_for_now else "scheduled-together"
    record_act(by, whole, act, **_values(edition), count=count)


def record_cancelled(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    record_act(by, whole, "cancelled", **_values(edition))


def record_moved(by: Actor | None, whole: Publishable, before: Edition, moved: Edition) -> None:
    record_act(by, whole, "moved", **_values(moved), before=_time(before))


def record_dated(by: Actor | None, whole: Publishable, edition: Edition) -> None:
    before = {"at": _iso(edition.misdated_at), "zone": "UTC"}
    record_act(by, whole, "redated", number=edition.number, before=before)


def _values(edition: Edition) -> dict[str, Any]:
    return {"number": edition.number, "time": _time(edition)}


def _time(edition: Edition) -> dict[str, str]:
    return {"at": _iso(edition.starts_at), "zone": edition.zone}


def _iso(instant: dt.datetime | None) -> str:
    return instant.isoformat() if instant else ""
