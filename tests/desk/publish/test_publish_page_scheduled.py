"""What becomes of a scheduled edition when its thing is published before it."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from factories import make_statement, make_user, published
from forms_of_publication import address, ahead, answer, change, post

from composer_site.publishing.models import Edition
from composer_site.publishing.publish import move, publish, withdraw

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
    statement = published(make_statement())
    publish(statement, by=None, at=timezone.now() + DAY, note="Tomorrow")
    change(statement, headline_en="Newer than the scheduled one")
    return statement


def starts(thing):
    """(headline, scheduled) of each publication, in the order of their starts."""
    editions = Edition.objects.filter(uid=thing.uid).order_by("starts_at")
    pages = [edition.pages.get(language="en") for edition in editions]
    return [(page.title, page.starts_at > timezone.now()) for page in pages]


def test_a_scheduled_edition_is_said_to_bring_the_old_text_back(client, overtaken):
    response = client.get(address(overtaken))
    assert "It holds an older text" in response.text
    assert 'value="rebuild"' in response.text


def scheduled(number=2):
    return Edition.objects.get(number=number)


def test_publishing_before_a_scheduled_edition_asks_what_becomes_of_it(client, overtaken):
    response = post(client, overtaken)
    assert "Choose what becomes of this edition." in response.text
    assert Edition.objects.count() == 2


def test_publishing_after_a_scheduled_edition_asks_what_becomes_of_it(client, overtaken):
    response = post(client, overtaken, **ahead())
    assert "Choose what becomes of this edition." in response.text
    assert Edition.objects.count() == 2


def test_keeping_the_scheduled_edition(client, overtaken):
    old = scheduled().pages.get(language="en").title
    post(client, overtaken, **answer(scheduled(), "keep"))
    assert starts(overtaken)[1:] == [("Newer than the scheduled one", False), (old, True)]


def test_rebuilding_the_scheduled_edition(client, overtaken):
    time = scheduled().starts_at
    post(client, overtaken, **answer(scheduled(), "rebuild"))
    assert [title for title, _ahead in starts(overtaken)][1:] == [
        "Newer than the scheduled one"
    ] * 2
    rebuilt = Edition.objects.get(starts_at=time)
    assert (rebuilt.number, rebuilt.note) == (3, "Tomorrow")


def test_cancelling_the_scheduled_edition(client, overtaken):
    post(client, overtaken, **answer(scheduled(), "cancel"))
    assert starts(overtaken)[1:] == [("Newer than the scheduled one", False)]


@pytest.mark.parametrize("when", [{}, ahead()])
def test_moving_the_scheduled_edition(client, overtaken, when):
    edition, time = scheduled(), dt.datetime(2099, 6, 1, 9, tzinfo=dt.UTC)
    post(client, overtaken, **when, **answer(edition, "move", time))
    edition.refresh_from_db()
    assert (edition.starts_at, edition.number) == (time, 2)
    assert Edition.objects.get(number=3).ends_at == time


def test_rebuilding_never_publishes_before_the_chosen_time(client, overtaken):
    """The scheduled edition comes first, so the new text must not be put into it."""
    old = scheduled().pages.get(language="en").title
    response = post(client, overtaken, **ahead(), **answer(scheduled(), "rebuild"))
    assert "would be public too early" in response.text
    assert starts(overtaken)[1:] == [(old, True)]


def test_moving_an_embargo_later_by_a_second_publication_needs_the_first_to_be_answered(
    client, publisher
):
    """The old text would open at the old time, though the page said another."""
    statement = published(make_statement(), at=timezone.now() + DAY)
    response = post(client, statement, **ahead())
    assert "Choose what becomes of this edition." in response.text
    assert [edition.number for edition in Edition.objects.all()] == [1]


def test_what_is_said_afterwards_is_all_that_is_then_scheduled(client, overtaken):
    old = scheduled()
    response = client.post(
        address(overtaken),
        {"approval_digest": client.get(address(overtaken)).context["proposal"].approval_digest}
        | ahead()
        | answer(old, "move", dt.datetime(2099, 6, 1, 9, tzinfo=dt.UTC)),
        follow=True,
    )
    (message,) = response.context["messages"]
    assert "Scheduled. Visitors will read it at" in str(message)
    assert "17 May 2099, 19:00 (Almaty, UTC+5)" in str(message)
    assert "Edition 2 will be public: 1 June 2099, 14:00 (Almaty, UTC+5)" in str(message)


def test_a_scheduled_withdrawal_is_asked_about_too(client, publisher):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Over"}, at=timezone.now() + DAY)
    asked = post(client, statement).context["asked"]
    assert [choice for choice, _words in asked[0].fields["kind"].choices] == [
        "keep",
        "move",
        "cancel",
    ]
    assert Edition.objects.count() == 2


def test_who_may_not_withdraw_may_only_keep_a_withdrawal(client, publisher):
    publisher.groups.get().permissions.remove(Permission.objects.get(codename="withdraw_edition"))
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Over"}, at=timezone.now() + DAY)
    post(client, statement, **answer(Edition.objects.get(number=2), "cancel"))
    assert Edition.objects.count() == 2


def test_an_edition_that_moved_after_it_was_shown_is_asked_about_anew(client, overtaken):
    answered = answer(scheduled(), "keep")
    move(scheduled(), at=timezone.now() + 2 * DAY, zone="UTC")
    response = post(client, overtaken, **answered)
    assert "Choose what becomes of this edition." in response.text
