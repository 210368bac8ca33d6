import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone
from factories import make_person, make_statement, make_user, published

from composer_site.desk.log import translated
from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import publish, withdraw
from people.models import Person
from press.models import Statement

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


def address(thing, name, *args):
    return reverse(f"admin:press_statement_{name}", args=[thing.pk, *args])


def change(thing, **columns):
    thing = Statement.objects.get(pk=thing.pk)
    for name, value in columns.items():
        setattr(thing, name, value)
    thing.save()
    return thing


@pytest.fixture
def twice(publisher):
    """Published, changed and published again; the working copy was changed since."""
    statement = published(make_statement(headline_en="First words"), note="Number one")
    publish(change(statement, headline_en="Second words"), by=publisher, note="Number two")
    return change(statement, headline_en="Third words")


def test_the_list_says_who_published_what_when_and_why(client, publisher, twice):
    Edition.objects.filter(number=1).update(starts_at=dt.datetime(2019, 5, 17, 13, tzinfo=dt.UTC))
    text = client.get(address(twice, "editions")).text
    for words in ("17 May 2019, 19:00 (Almaty, UTC+6)", "Number one", publisher.username):
        assert words in text


def test_the_list_says_what_each_edition_is_to_visitors(client, twice):
    withdraw(twice, by=None, reason={"en": "Over"}, at=timezone.now() + DAY)
    editions = client.get(address(twice, "editions")).context["editions"]
    assert [edition.status_words for edition in editions] == [
        "withdrawal ahead",
        "public",
        "past",
    ]


def test_what_was_never_published_says_so(client, publisher):
    text = client.get(address(make_statement(), "editions")).text
    assert "It has never been published." in text


def test_the_form_leads_to_the_editions(client, twice):
    text = client.get(address(twice, "change")).text
    assert f'href="{address(twice, "editions")}"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_with_many_editions(
    client, publisher, number, django_assert_num_queries
):
    statement = make_statement()
    for _ in range(number):
        publish(statement, by=publisher)
    client.get(address(statement, "editions"))
    with django_assert_num_queries(8):
        client.get(address(statement, "editions"))


def test_any_two_editions_are_compared(client, twice):
    text = client.get(address(twice, "comparison"), {"old": "1", "new": "2"}).text
    assert "<del>First</del><ins>Second</ins> words" in text


def test_an_edition_is_compared_with_the_working_copy(client, twice):
    text = client.get(address(twice, "comparison"), {"old": "2", "new": "working-copy"}).text
    assert "<del>Second</del><ins>Third</ins> words" in text


def test_equal_editions_are_said_to_be_equal(client, twice):
    text = client.get(address(twice, "comparison"), {"old": "1", "new": "1"}).text
    assert "Their texts are the same." in text


@pytest.mark.parametrize("old", ["", "0", "99", "-1", "x", "²", "9" * 30, "1'; --"])
def test_an_edition_that_does_not_exist_is_not_compared(client, twice, old):
    assert client.get(address(twice, "comparison"), {"old": old}).status_code == 404


def test_a_withdrawal_is_compared_by_its_reason(client, twice):
    withdraw(twice, by=None, reason={"en": "The date was wrong"})
    text = client.get(address(twice, "comparison"), {"old": "2", "new": "3"}).text
    assert "<ins>The date was wrong</ins>" in text


def test_restoring_asks_first_and_says_what_changes(client, twice):
    text = client.get(address(twice, "restore", 1)).text
    assert "<del>Third</del><ins>First</ins> words" in text
    assert Statement.objects.get().headline_en == "Third words"


def test_restoring_changes_the_working_copy_and_nothing_public(client, twice):
    before = list(Page.objects.values())
    response = client.post(address(twice, "restore", 1), {"version": twice.version})
    assert response["Location"] == address(twice, "change")
    assert Statement.objects.get().headline_en == "First words"
    assert list(Page.objects.values()) == before
    (entry,) = translated(LogEntry.objects.all())
    assert entry.get_change_message() == "Restored edition 1."


def test_restoring_over_somebody_elses_work_is_refused(client, twice):
    seen = twice.version
    change(twice, headline_en="Somebody was quicker")
    response = client.post(address(twice, "restore", 1), {"version": seen})
    assert "Somebody saved it after you looked" in response.text
    assert Statement.objects.get().headline_en == "Somebody was quicker"


def test_what_is_gone_is_named_before_and_after(client, publisher):
    person = make_person("Hu Jun")
    statement = published(make_statement(people=[person]))
    statement.people.clear()
    pk = person.pk
    person.delete()
    assert f"<li>Person: {pk}</li>" in client.get(address(statement, "restore", 1)).text
    version = Statement.objects.get().version
    response = client.post(address(statement, "restore", 1), {"version": version}, follow=True)
    assert f"No longer there, so left out: Person: {pk}." in response.text


def test_what_no_model_knows_is_named_before_it_is_left_out(client, twice):
    edition = Edition.objects.get(number=1)
    edition.snapshot["rows"][0]["fields"]["once_there"] = "x"
    edition.save()
    text = client.get(address(twice, "restore", 1)).text
    assert "<li>Press statement: once_there</li>" in text


def test_a_withdrawal_cannot_be_restored(client, twice):
    withdraw(twice, by=None, reason={"en": "Over"})
    assert client.get(address(twice, "restore", 3)).status_code == 404


def test_editors_restore(client, twice):
    client.force_login(make_user("editors"))
    client.post(address(twice, "restore", 1), {"version": twice.version})
    assert Statement.objects.get().headline_en == "First words"


@pytest.mark.parametrize("method", ["get", "post"])
def test_translators_do_not_restore(client, twice, method):
    client.force_login(make_user("translators"))
    response = getattr(client, method)(address(twice, "restore", 1), {"version": twice.version})
    assert response.status_code == 403
    assert Statement.objects.get().headline_en == "Third words"
    assert "restore" not in client.get(address(twice, "editions")).text


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("editions", []),
        ("comparison", []),
        ("edition", [1, "en"]),
        ("saved", ["en"]),
        ("time", []),
        ("restore", [1]),
        ("cancel", [1]),
        ("publish", []),
        ("withdraw", []),
    ],
)
def test_who_may_not_see_the_thing_sees_none_of_its_pages(client, name, args):
    statement = published(make_statement())
    client.force_login(make_user())
    assert client.get(address(statement, name, *args), {"old": "1"}).status_code == 403
    client.logout()
    response = client.get(address(statement, name, *args))
    assert response["Location"].startswith(reverse("admin:login"))


@pytest.fixture
def scheduled(publisher):
    statement = published(make_statement())
    publish(statement, by=publisher, at=timezone.now() + DAY)
    return statement


def test_cancelling_says_what_will_then_be_public(client, scheduled):
    text = client.get(address(scheduled, "cancel", 2)).text
    assert "Visitors go on reading edition 1 then" in text
    assert Edition.objects.count() == 2


def test_cancelling_a_first_publication_leaves_nothing_public(client, publisher):
    statement = published(make_statement(), at=timezone.now() + DAY)
    text = client.get(address(statement, "cancel", 1)).text
    assert "Nothing of it is public then" in text


def test_cancelling_removes_the_scheduled_edition(client, scheduled):
    response = client.post(address(scheduled, "cancel", 2))
    assert response["Location"] == address(scheduled, "editions")
    assert list(Edition.objects.values_list("number", "ends_at")) == [(1, None)]


def test_what_has_started_is_not_cancelled(client, scheduled):
    response = client.post(address(scheduled, "cancel", 1))
    assert "It has already started." in response.text
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("group", ["editors", "translators"])
def test_nobody_else_cancels(client, scheduled, group):
    client.force_login(make_user(group))
    assert client.post(address(scheduled, "cancel", 2)).status_code == 403
    assert Edition.objects.count() == 2
    assert "/cancel/" not in client.get(address(scheduled, "editions")).text


@pytest.fixture
def broken(publisher):
    """Published, and broken since, as loaddata may leave it."""
    person = published(make_person(born="1905-06-13"))
    Person.objects.update(born="garbage")
    return Person.objects.get(pk=person.pk)


def of_person(person, name, *args):
    return reverse(f"admin:people_person_{name}", args=[person.pk, *args])


@pytest.mark.parametrize(
    "sides", [{"old": "1", "new": "working-copy"}, {"old": "working-copy", "new": "1"}]
)
def test_a_broken_working_copy_is_not_compared_but_mended(client, broken, sides):
    text = client.get(of_person(broken, "comparison"), sides).text
    assert f'href="{of_person(broken, "change")}#id_born"' in text


def test_two_editions_are_compared_whatever_the_working_copy_is(client, broken):
    text = client.get(of_person(broken, "comparison"), {"old": "1", "new": "1"}).text
    assert "Their texts are the same." in text


def test_restoring_mends_a_broken_working_copy(client, broken):
    text = client.get(of_person(broken, "restore", 1)).text
    assert "The working copy cannot be compared as it stands:" in text
    client.post(of_person(broken, "restore", 1), {"version": broken.version})
    assert Person.objects.get().born == "1905-06-13"
