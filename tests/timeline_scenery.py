"""A statement with its editions around noon of a day, and what stands public of it."""

import datetime as dt
from datetime import timedelta

from factories import make_statement

from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import publish

NOON = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def titles(at, language="en"):
    return [page.title for page in Page.objects.public(at).filter(language=language)]


def headline(statement, text):
    """Saved, not published."""
    statement.headline_en = text
    statement.save()
    return statement


def published_twice(second_at):
    statement = make_statement(headline_en="First")
    publish(statement, by=None)
    publish(headline(statement, "Second"), by=None, at=second_at)
    return statement


def windows(thing):
    editions = Edition.objects.filter(uid=thing.uid).order_by("starts_at")
    return list(editions.values_list("number", "starts_at", "ends_at"))
