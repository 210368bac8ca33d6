"""The band above a page of another time, and the list of all that is ahead."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from factories import make_film, make_picture, make_statement, make_user, published
from travelling import NOW, SECOND, T, embargoed, then

from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW, tick=False)]


@pytest.fixture
def translator(client):
    """The least of those who have the right."""
    user = make_user("translators", language="ru")
    client.force_login(user)
    return user


def band(response):
    return re.sub(r"\s+", " ", response.text.partition("<aside")[2].partition("</aside>")[0])


def test_the_band_speaks_the_language_of_the_member_of_staff(client, translator):
    assert 'class="preview-banner" lang="ru"' in band(client.get(then("/en/")))


def test_the_band_shows_the_time_on_three_clocks(client):
    client.force_login(make_user("editors"))
    text = band(client.get(then("/kk/")))
    assert [time in text for time in ("14:00 (Almaty", "17:00 (Beijing", "09:00 (UTC")] == [
        True
    ] * 3


def test_the_band_lists_what_changes_at_that_very_second(client):
    client.force_login(make_user("editors"))
    changed = published(make_statement(headline_en="The old one"))
    changed.headline_en = "The new one"
    changed.save()
    publish(changed, by=None, at=T)
    going, back = published(make_statement()), published(make_statement())
    withdraw(going, by=None, reason={"en": "Wrong"}, at=T)
    withdraw(back, by=None, reason={"en": "Wrong"})
    publish(back, by=None, at=T)
    published(make_film(poster=make_picture(name="Poster on loan", usable_until=T)))
    new, other = embargoed(), embargoed(T + SECOND)
    text = band(client.get(then("/en/")))
    kinds = re.findall(r'<span class="kind">(.*?)</span>', text)
    assert sorted(kinds) == [
        "End of a licence",
        "First publication",
        "New edition",
        "Publication after a withdrawal",
        "Withdrawal",
    ]
    for title in ("The new one", going.headline_en, new.headline_en, "Poster on loan"):
        assert title in text
    assert other.headline_en not in text


def test_the_end_of_a_licence_of_a_picture_that_nobody_sees_is_no_change(client, translator):
    make_picture(name="Never shown", usable_until=T)
    published(make_film(poster=make_picture(usable_until=T - SECOND)))
    assert "Never shown" not in band(client.get(then("/en/")))


def test_the_band_leads_to_the_change_before_and_the_next(client, translator):
    for seconds in (-60, 0, 60, 120):
        embargoed(T + seconds * SECOND)
    text = band(client.get(then("/en/press/")))
    minute = timedelta(minutes=1)
    assert f'href="{then("/en/press/", T - minute)}" rel="prev"' in text
    assert f'href="{then("/en/press/", T + minute)}" rel="next"' in text


def test_the_band_leads_to_the_same_page_in_each_language(client, translator):
    text = band(client.get(then("/en/press/")))
    for code in LANGUAGES:
        assert f'href="{then(f"/{code}/press/")}"' in text


def test_the_band_leads_back_to_the_site_of_now(client, translator):
    assert 'href="/en/press/"' in band(client.get(then("/en/press/")))


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_with_one_change_and_with_three(
    client, translator, django_assert_num_queries, number
):
    for _number in range(number):
        embargoed()
        published(make_film(poster=make_picture(usable_until=T)))
    with django_assert_num_queries(19):
        client.get(then("/en/press/"))


# The site ahead


def test_the_list_holds_all_that_is_ahead_in_order_of_time(client):
    client.force_login(make_user("editors"))
    later, sooner = embargoed(T + SECOND), embargoed(T)
    published(make_statement())
    page = client.get(reverse("site_ahead")).text
    titles = re.findall(r'<a href="(/admin/at/[^"]*/press/[^"]*)">', page)
    assert titles == [
        then(f"/en/press/{sooner.slug}/"),
        then(f"/en/press/{later.slug}/", T + SECOND),
    ]


def test_with_nothing_ahead_it_says_so(client):
    client.force_login(make_user("editors"))
    published(make_statement())
    assert "Nothing is scheduled." in client.get(reverse("site_ahead")).text


def test_a_time_and_a_language_lead_to_the_site_then(client, translator):
    chosen = {"date": "2030-12-01", "time": "14:00", "zone": "Asia/Almaty", "language": "kk"}
    assert client.get(reverse("site_ahead"), chosen)["Location"] == then("/kk/")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"date": ""}, "date"),
        ({"time": ""}, "time"),
        ({"zone": "Nowhere"}, "zone"),
        ({"language": "xx"}, "language"),
        ({"date": "9999-12-31"}, "date"),
        ({"date": "0001-01-01"}, "date"),
    ],
)
def test_a_time_that_is_none_is_asked_for_again(client, translator, typed, field):
    chosen = {"date": "2030-12-01", "time": "14:00", "zone": "Asia/Almaty", "language": "kk"}
    response = client.get(reverse("site_ahead"), chosen | typed)
    assert response.context["form"].errors.keys() == {field}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_with_one_and_with_three(
    client, translator, django_assert_num_queries, number
):
    for day in range(number):
        embargoed(T + timedelta(days=day))
        published(make_film(poster=make_picture(usable_until=T + timedelta(days=day))))
    with django_assert_num_queries(9):
        client.get(reverse("site_ahead"))


def test_the_editions_of_a_thing_lead_to_the_first_second_of_each(client, translator):
    statement = embargoed(T - timedelta(microseconds=1))
    page = client.get(reverse("admin:press_statement_editions", args=[statement.pk])).text
    assert f'href="{then("/ru/")}"' in page
