from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

ADVISORY_KEY = 1905_06_13


@contextmanager
def publishing_lock() -> Iterator[None]:
    """One publication, withdrawal or cancellation at a time, on the whole site.

    SQLite needs nothing more than its IMMEDIATE transactions (see the settings). On PostgreSQL
    the advisory lock ends with the transaction, so a killed process leaves nothing locked.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_KEY])
        yield
