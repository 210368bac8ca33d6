"""The page that publishes one thing: what it shows, and the time that it is told."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from factories import make_credit, make_film, make_quote, make_statement, make_user, published
from forms_of_publication import address, ahead, answer, change, post

from composer_site.desk.log import translated
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import publish, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


def test_publishing_now_makes_it_public_at_once(client, publisher):
    statement = make_statement()
    response = post(client, statement, note="First")
    edition = Edition.objects.get(uid=statement.uid)
    assert response["Location"] == address(statement, "editions")
    assert (edition.note, edition.published_by) == ("First", publisher)
    assert edition.is_live(timezone.now())


def test_the_message_leads_to_the_public_page(client, publisher):
    statement = make_statement()
    post(client, statement)
    text = client.get(reverse("admin:index")).text
    assert f'<a href="/en/press/{statement.slug}/">/en/press/{statement.slug}/</a>' in text


def test_a_later_time_is_meant_on_the_clock_of_its_zone(client, publisher):
    statement = make_statement()
    post(client, statement, **ahead())
    edition = Edition.objects.get(uid=statement.uid)
    assert edition.starts_at == dt.datetime(2099, 5, 17, 14, tzinfo=dt.UTC)
    assert edition.zone == "Asia/Almaty"


def test_the_message_says_a_later_time_in_three_zones(client, publisher):
    statement = make_statement()
    post(client, statement, **ahead())
    text = client.get(reverse("admin:index")).text
    for words in ("19:00 (Almaty, UTC+5)", "22:00 (Beijing, UTC+8)", "14:00 (UTC)"):
        assert words in text


def test_checking_says_the_time_and_publishes_nothing(client, publisher):
    statement = make_statement()
    response = post(client, statement, **ahead(_check="1"))
    assert "22:00 (Beijing, UTC+8)" in response.text
    assert not Edition.objects.exists()


def test_the_script_asks_for_the_same_words(client, publisher):
    typed = {"date": "2099-05-17", "time": "19:00", "zone": "Asia/Almaty"}
    response = client.get(address(make_statement(), "time"), typed)
    assert "22:00 (Beijing, UTC+8)" in response.text


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        (ahead("2001-01-01"), "date", "This time has passed."),
        (ahead("2100-01-01"), "date", "Choose a time before the year 2100."),
        (ahead("9999-12-31", "23:59", "America/Adak"), "date", "before the year 2100"),
        (ahead("2099-03-29", "02:30", "Europe/Berlin"), "time", "does not exist in Europe/Berlin"),
        (ahead("2099-10-25", "02:30", "Europe/Berlin"), "time", "comes twice in Europe/Berlin"),
        (ahead("2099-13-45"), "date", "Enter a valid date."),
        (ahead(""), "date", "Give the date."),
        (ahead(time=""), "time", "Give the time."),
        (ahead(zone="Mars/Olympus"), "zone", "Select a valid choice"),
        ({"when": "now", "date": "2099-05-17"}, "when", "is it now, or ahead?"),
        ({"note": "x" * 301}, "note", "at most 300 characters"),
    ],
)
def test_a_time_that_does_not_serve_is_refused_at_its_field(
    client, publisher, data, field, sentence
):
    response = post(client, make_statement(), **data)
    assert sentence in str(response.context["form"].errors[field])
    assert not Edition.objects.exists()


def test_two_editions_cannot_start_at_one_time(client, publisher):
    statement = make_statement()
    post(client, statement, **ahead())
    change(statement, headline_en="Newer")
    kept = answer(Edition.objects.get(), "keep")
    response = post(client, statement, **ahead(), **kept)
    assert "already starts at this time" in str(response.context["form"].errors["date"])


def test_what_changed_after_it_was_shown_is_shown_again_with_note_and_time(client, publisher):
    statement = published(make_statement())
    approval_digest = client.get(address(statement)).context["proposal"].approval_digest
    change(statement, headline_en="Somebody else was quicker")
    response = client.post(
        address(statement), {"approval_digest": approval_digest, "note": "Mine", **ahead()}
    )
    assert "It was changed after you looked." in response.text
    assert "Somebody else was quicker" in response.text
    assert 'value="Mine"' in response.text
    assert 'value="2099-05-17"' in response.text
    assert Edition.objects.count() == 1


def test_a_new_address_counts_as_a_change(client, publisher):
    statement = published(make_statement())
    approval_digest = client.get(address(statement)).context["proposal"].approval_digest
    change(statement, slug="another-address")
    client.post(
        address(statement), {"approval_digest": approval_digest, "when": "now", "zone": "UTC"}
    )
    assert Edition.objects.count() == 1


def test_a_publication_by_somebody_else_counts_as_a_change(client, publisher):
    statement = published(make_statement())
    change(statement, headline_en="Mended")
    approval_digest = client.get(address(statement)).context["proposal"].approval_digest
    publish(statement, by=None)
    client.post(
        address(statement), {"approval_digest": approval_digest, "when": "now", "zone": "UTC"}
    )
    assert Edition.objects.count() == 2


def test_a_post_that_saw_nothing_publishes_nothing(client, publisher):
    client.post(address(make_statement()), {"when": "now", "zone": "UTC"})
    assert not Edition.objects.exists()


def test_the_page_shows_what_changes_word_by_word(client, publisher):
    statement = published(make_statement())
    change(statement, headline_en=statement.headline_en.replace("Statement", "Announcement"))
    text = client.get(address(statement)).text
    assert "<del>Statement</del><ins>Announcement</ins>" in text


def test_a_first_publication_says_that_all_of_it_is_new(client, publisher):
    assert "This is its first publication" in client.get(address(make_statement())).text


def test_without_a_change_the_page_says_so(client, publisher):
    statement = published(make_statement())
    assert "Nothing: every text is as in edition 1" in client.get(address(statement)).text


def test_after_a_withdrawal_it_compares_with_what_was_public(client, publisher):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Wrong"})
    text = client.get(address(statement)).text
    assert "It is withdrawn. Compared with edition 1" in text


def test_what_is_missing_is_listed_with_links_and_stops_nothing(client, publisher):
    statement = make_statement(headline_kk="")
    text = client.get(address(statement)).text
    assert f'<a href="{address(statement, "change")}#id_headline_kk" lang="kk">Қазақша</a>' in text
    assert "None of this stops the publication." in text


def test_where_nothing_is_missing_the_page_says_so(client, publisher):
    assert "Nothing is missing." in client.get(address(make_statement())).text


def test_what_full_clean_refuses_blocks_and_leads_to_its_field(client, publisher):
    statement = make_statement()
    make_quote(statement, text_en="", speaker_described_en="Someone")
    type(statement).objects.filter(pk=statement.pk).update(headline_en="")
    response = client.get(address(statement))
    anchors = [blocker.anchor for blocker in response.context["blockers"]]
    assert anchors == ["id_headline_en", "id_quotes-0-text_en"]
    assert f'href="{address(statement, "change")}#id_headline_en"' in response.text


def test_a_forged_post_does_not_pass_a_blocker(client, publisher):
    statement = make_statement()
    type(statement).objects.filter(pk=statement.pk).update(headline_en="")
    client.post(address(statement), {"when": "now", "zone": "UTC", "approval_digest": "x"})
    assert not Edition.objects.exists()


@pytest.mark.parametrize("group", ["editors", "translators", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_publishes(client, group, method):
    statement = make_statement()
    client.force_login(make_user(group))
    response = getattr(client, method)(address(statement), {"when": "now", "zone": "UTC"})
    assert response.status_code == 403
    assert not Edition.objects.exists()


def test_what_does_not_exist_is_not_found(client, publisher):
    statement = make_statement()
    gone = address(statement).replace(str(statement.pk), "999999")
    assert client.get(gone).status_code == 404


def test_a_publication_is_in_the_log_of_what_staff_did(client, publisher):
    post(client, make_statement())
    (entry,) = translated(LogEntry.objects.all())
    assert entry.get_change_message() == "Published as edition 1."


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_with_many_editions(
    client, publisher, number, django_assert_num_queries
):
    statement = make_statement()
    for _ in range(number):
        publish(statement, by=None)
    client.get(address(statement))
    with django_assert_num_queries(22):
        client.get(address(statement))


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_with_many_credits(
    client, publisher, number, django_assert_num_queries
):
    film = make_film()
    for _ in range(number):
        make_credit(film)
    address = reverse("admin:films_film_publish", args=[film.pk])
    client.get(address)
    with django_assert_num_queries(28):
        client.get(address)


@pytest.mark.parametrize("number", [1, 3])
def test_a_publication_costs_the_same_with_many_credits(number, django_assert_num_queries):
    film = make_film()
    for _ in range(number):
        make_credit(film)
    # PostgreSQL is asked for the publishing lock; SQLite's transaction holds it already.
    with django_assert_num_queries(31 + (connection.vendor == "postgresql")):
        publish(film, by=None)
