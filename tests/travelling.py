"""Another time of the site, at which staff look: its addresses, and what waits for it."""

import datetime as dt
from datetime import timedelta

from factories import make_statement

from composer_site.publishing.publish import publish

NOW = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
T = dt.datetime(2030, 12, 1, 9, tzinfo=dt.UTC)
SECOND = timedelta(seconds=1)


def then(path, time=T):
    """The address at which staff find a public path at a time."""
    return f"/admin/at/{time:%Y%m%dT%H%M%SZ}{path}"


def embargoed(at=T, **columns):
    statement = make_statement(**columns)
    publish(statement, by=None, at=at)
    return statement
