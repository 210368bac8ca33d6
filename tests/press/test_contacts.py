"""Whom to call: by language and territory, with hours as the reader says them."""

import datetime as dt

import pytest
from factories import in_all, make_contact, make_press_office, make_user, published
from forms_of_the_admin import address

from composer_site.values.dates import hours_in_words, open_days_in_words

pytestmark = pytest.mark.django_db
WORKDAYS = ["mon", "tue", "wed", "thu", "fri"]


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "Mon–Fri"), ("kk", "дс–жм"), ("ru", "пн–пт"), ("zh-hans", "周一至周五")],
)
def test_days_that_follow_each_other_are_joined(code, said):
    assert open_days_in_words(WORKDAYS, code).lower() == said.lower()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["wed"], "Wed"),
        (["tue", "mon"], "Mon, Tue"),
        (["mon", "wed", "thu", "fri", "sun"], "Mon, Wed–Fri, Sun"),
        ([*WORKDAYS, "sat", "sun"], "Every day"),
        ([], ""),
    ],
)
def test_other_days_are_listed(days, said):
    assert open_days_in_words(days, "en") == said


def test_hours_are_said_as_a_clock_shows_them():
    assert hours_in_words("09:00", "18:30") == "9:00–18:30"
    assert hours_in_words("", "") == ""


@pytest.fixture
def office():
    office = make_press_office()
    desk = {"open_days": WORKDAYS, "opens_at": dt.time(9), "closes_at": dt.time(18)}
    make_contact(
        office,
        **desk,
        **in_all("name", "Almaty"),
        **in_all("hours", "and at night"),
        telephone="+7 (727) 000-00-00",
        languages_spoken=["kk", "ru"],
        territories=["KZ"],
    )
    make_contact(office, **in_all("name", "Beijing"), languages_spoken=["zh"], territories=["CN"])
    make_contact(office, **in_all("name", "Everywhere"), languages_spoken=["en", "ru"])
    return published(office)


def words_of(client, path):
    return " ".join(client.get(path).text.split())


def test_hours_stand_before_what_days_and_times_cannot_say(client, office):
    page = words_of(client, "/en/contacts/")
    assert "Mon–Fri, 9:00–18:00 (time in Almaty) </span> and at night (en)" in page


def test_a_telephone_dials_and_an_address_writes(client, office):
    page = words_of(client, "/en/contacts/")
    assert 'href="tel:+77270000000">+7 (727) 000-00-00</a>' in page
    assert 'href="mailto:press@example.com"' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Almaty", "Beijing", "Everywhere"]),
        ("?speaks=ru", ["Almaty", "Everywhere"]),
        ("?speaks=zh&territory=CN", ["Beijing"]),
        ("?territory=KZ", ["Almaty", "Everywhere"]),
        ("?speaks=zh&territory=KZ", []),
    ],
)
def test_contacts_are_narrowed_by_language_and_territory(client, office, query, found):
    page = words_of(client, f"/en/contacts/{query}")
    names = ("Almaty", "Beijing", "Everywhere")
    assert [name for name in names if f'class="contact-name">{name}' in page] == found


@pytest.mark.parametrize("query", ["speaks=de", "territory=US", "territory=kz"])
def test_another_language_or_territory_is_not_found(client, office, query):
    assert client.get(f"/en/contacts/?{query}").status_code == 404


def test_the_choice_stays_in_another_language(client, office):
    assert 'href="/ru/contacts/?speaks=zh"' in words_of(client, "/en/contacts/?speaks=zh")


def test_the_zone_of_a_contact_is_chosen_from_a_searchable_list(client):
    client.force_login(make_user("publishers"))
    contact = make_contact(make_press_office())
    (contacts,) = client.get(address(contact.press_office)).context["inline_admin_formsets"]
    zone = str(contacts.formset.forms[0]["zone"])
    assert 'data-codes="one"' in zone
    assert '<option value="Asia/Almaty" selected>' in zone
