import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from factories import make_film, make_press_office, make_statement, make_user, published
from forms_of_publication import answer

from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import publish, withdraw

pytestmark = pytest.mark.django_db
YES = {"confirmed": "on", "when": "now", "zone": "UTC"}
REASON = {"reason_en": "The date was wrong."}


@pytest.fixture
def publisher(client):
    user = make_user("publishers")
    client.force_login(user)
    return user


def address(thing):
    return reverse("admin:press_statement_withdraw", args=[thing.pk])


def errors(response):
    return {name: str(said[0]) for name, said in response.context["form"].errors.items()}


def test_withdrawing_takes_it_off_the_public_site(client, publisher):
    statement = published(make_statement())
    client.post(address(statement), YES | REASON | {"reason_ru": "Дата неверна."})
    assert not Page.objects.public(timezone.now()).exists()
    assert client.get(f"/en/press/{statement.slug}/").status_code == 410
    assert "Дата неверна." in client.get(f"/ru/press/{statement.slug}/").text


def test_withdrawing_can_be_meant_for_a_later_time(client, publisher):
    statement = published(make_statement())
    time = {"when": "ahead", "date": "2099-05-17", "time": "19:00", "zone": "Asia/Almaty"}
    response = client.post(address(statement), YES | REASON | time, follow=True)
    assert "22:00 (Beijing, UTC+8)" in response.text
    assert Edition.objects.get(number=2).starts_at.isoformat() == "2099-05-17T14:00:00+00:00"


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        (YES, "reason_en", "This field is required."),
        (REASON | {"when": "now", "zone": "UTC"}, "confirmed", "Tick this box to confirm."),
        (YES | REASON | {"when": "ahead"}, "date", "Give the date."),
        (
            YES | REASON | {"replacement": "/en/films/none/"},
            "replacement",
            "Give the address of another page that is public now.",
        ),
        (
            YES | REASON | {"replacement": "http://[broken"},
            "replacement",
            "Give the address of another page that is public now.",
        ),
    ],
)
def test_what_is_missing_is_said_at_its_field(client, publisher, data, field, sentence):
    response = client.post(address(published(make_statement())), data)
    assert errors(response)[field] == sentence
    assert Edition.objects.count() == 1


def test_the_source_language_is_the_one_that_must_give_a_reason(client, publisher):
    statement = published(make_statement(source_language="ru"))
    assert errors(client.post(address(statement), YES | REASON)).keys() == {"reason_ru"}


@pytest.mark.parametrize("host", ["", "https://example.org"])
def test_a_replacement_is_named_by_its_address(client, publisher, host):
    statement, film = published(make_statement()), published(make_film(slug="the-composer"))
    data = YES | REASON | {"replacement": f"{host}/kk/films/the-composer/"}
    client.post(address(statement), data)
    page = client.get(f"/en/press/{statement.slug}/")
    assert f'<a href="/en/films/{film.slug}/">' in page.text


def test_the_page_of_one_of_its_kind_can_replace_it(client, publisher):
    published(make_press_office())
    statement = published(make_statement())
    client.post(address(statement), YES | REASON | {"replacement": "/en/about/"})
    assert Edition.objects.filter(uid=statement.uid, kind="withdrawal").exists()


def test_nothing_replaces_itself(client, publisher):
    statement = published(make_statement())
    response = client.post(
        address(statement), YES | REASON | {"replacement": f"/en/press/{statement.slug}/"}
    )
    assert errors(response).keys() == {"replacement"}


def test_public_pages_are_offered_as_replacement(client, publisher):
    statement, other = published(make_statement()), published(make_film())
    make_film(slug="not-public")
    offered = client.get(address(statement)).context["offered"]
    assert [page.uid for page in offered] == [other.uid]


def test_a_scheduled_publication_is_said_to_bring_it_back(client, publisher):
    statement = published(make_statement())
    publish(statement, by=None, at=timezone.now().replace(year=2098, day=1))
    assert "makes it public again" in client.get(address(statement)).text


@pytest.fixture
def returning():
    """A public statement with a new text that is scheduled, and was changed since."""
    statement = published(make_statement())
    publish(statement, by=None, at=dt.datetime(2098, 5, 17, 9, tzinfo=dt.UTC))
    statement.headline_en = "Saved since"
    statement.save()
    return statement


def test_withdrawing_asks_what_becomes_of_a_scheduled_publication(client, publisher, returning):
    response = client.post(address(returning), YES | REASON)
    assert "Choose what becomes of this edition." in response.text
    assert Edition.objects.count() == 2


@pytest.mark.parametrize(
    ("kind", "left"), [("keep", [2]), ("move", [2]), ("rebuild", [3]), ("cancel", [])]
)
def test_the_answer_is_carried_out_with_the_withdrawal(client, publisher, returning, kind, left):
    approved = client.get(address(returning)).context["approved"]
    edition, later = Edition.objects.get(number=2), dt.datetime(2098, 6, 1, 9, tzinfo=dt.UTC)
    said = answer(edition, kind, later) | {"approved": approved}
    client.post(address(returning), YES | REASON | said)
    assert client.get(f"/en/press/{returning.slug}/").status_code == 410
    ahead = Edition.objects.filter(starts_at__gt=timezone.now())
    assert [e.number for e in ahead] == left
    assert [e.starts_at for e in ahead] == ([later] if kind == "move" else [edition.starts_at])[
        : len(left)
    ]


def test_a_withdrawal_whose_answer_cannot_be_carried_out_is_refused(client, publisher, returning):
    """The text to rebuild from is not the one that was shown."""
    said = answer(Edition.objects.get(number=2), "rebuild") | {"approved": "another"}
    response = client.post(address(returning), YES | REASON | said)
    assert "It was changed after you looked." in response.text
    assert Edition.objects.count() == 2


def test_what_is_not_public_cannot_be_withdrawn(client, publisher):
    statement = make_statement()
    assert "there is nothing to withdraw" in client.get(address(statement)).text
    response = client.post(address(statement), YES | REASON)
    assert "Nothing of it is public at that time." in response.text


def test_what_is_withdrawn_is_not_withdrawn_twice(client, publisher):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Over"})
    client.post(address(statement), YES | REASON)
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("group", ["editors", "translators", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_withdraws(client, group, method):
    statement = published(make_statement())
    client.force_login(make_user(group))
    response = getattr(client, method)(address(statement), YES | REASON)
    assert response.status_code == 403
    assert Edition.objects.count() == 1
