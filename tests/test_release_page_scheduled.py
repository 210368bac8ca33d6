"""What becomes of a scheduled edition when its thing is released before it."""

import datetime as dt

import pytest
from django.utils import timezone
from factories import make_statement, make_user, released
from forms_of_release import address, ahead, change, post

from composer_site.publishing.models import Edition
from composer_site.publishing.release import release

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


@pytest.fixture
def overtaken(client, publisher):
    """A statement with a scheduled edition, of which the text was changed since."""
    statement = released(make_statement())
    release(statement, by=None, at=timezone.now() + DAY, note="Tomorrow")
    change(statement, headline_en="Newer than the scheduled one")
    return statement


def starts(thing):
    """(headline, scheduled) of each release, in the order of their starts."""
    editions = Edition.objects.filter(uid=thing.uid).order_by("starts_at")
    pages = [edition.pages.get(language="en") for edition in editions]
    return [(page.title, page.starts_at > timezone.now()) for page in pages]


def test_a_scheduled_edition_is_said_to_bring_the_old_text_back(client, overtaken):
    response = client.get(address(overtaken))
    assert "It holds an older text" in response.text
    assert 'value="rebuild"' in response.text


def test_releasing_before_a_scheduled_edition_asks_what_becomes_of_it(client, overtaken):
    response = post(client, overtaken)
    assert "Choose what happens" in str(response.context["form"].errors["later"])
    assert Edition.objects.count() == 2


def test_keeping_the_scheduled_edition(client, overtaken):
    old = Edition.objects.get(number=2).pages.get(language="en").title
    post(client, overtaken, later="keep")
    assert starts(overtaken)[1:] == [("Newer than the scheduled one", False), (old, True)]


def test_rebuilding_the_scheduled_edition(client, overtaken):
    moment = Edition.objects.get(number=2).starts_at
    post(client, overtaken, later="rebuild")
    assert [title for title, _ahead in starts(overtaken)][1:] == [
        "Newer than the scheduled one"
    ] * 2
    rebuilt = Edition.objects.get(starts_at=moment)
    assert (rebuilt.number, rebuilt.note) == (4, "Tomorrow")


def test_cancelling_the_scheduled_edition(client, overtaken):
    post(client, overtaken, later="cancel")
    assert starts(overtaken)[1:] == [("Newer than the scheduled one", False)]


def test_rebuilding_never_publishes_before_the_chosen_moment(client, overtaken):
    """The scheduled edition comes first, so the new text must not be put into it."""
    old = Edition.objects.get(number=2).pages.get(language="en").title
    post(client, overtaken, **ahead(later="rebuild"))
    assert starts(overtaken)[1:] == [(old, True), ("Newer than the scheduled one", True)]


def test_a_scheduled_edition_of_the_same_text_asks_nothing(client, publisher):
    statement = released(make_statement(), at=timezone.now() + DAY)
    post(client, statement)
    assert Edition.objects.count() == 2
