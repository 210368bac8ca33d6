"""Staff who may see ahead see the whole site as visitors will, or did, at a moment; nobody else."""

import datetime as dt
import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import get_script_prefix, reverse
from factories import (
    make_attachment,
    make_film,
    make_picture,
    make_press_office,
    make_statement,
    make_superuser,
    make_user,
    released,
)

from composer_site.languages import LANGUAGES
from composer_site.publishing.models import Page
from composer_site.publishing.release import release, withdraw

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
T = dt.datetime(2030, 12, 1, 9, tzinfo=dt.UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def translator(client):
    """The least of those who have the right."""
    user = make_user("translators", language="ru")
    client.force_login(user)
    return user


def then(path, moment=T):
    """The address at which staff find a public path at a moment."""
    return f"/admin/at/{moment:%Y%m%dT%H%M%SZ}{path}"


def embargoed(at=T, **columns):
    statement = make_statement(**columns)
    release(statement, by=None, at=at)
    return statement


def status(client, path, **options):
    """Of a file too, read to its end."""
    response = client.get(path, **options)
    response.getvalue()
    return response.status_code


def main_part(response):
    """The page without the band above it."""
    before, _aside, rest = response.text.partition("<aside")
    return before + rest.partition("</aside>")[2]


# What is seen


@pytest.mark.parametrize(("beside", "status"), [(-SECOND, 404), (0 * SECOND, 200), (SECOND, 200)])
def test_an_embargoed_statement_is_there_from_its_second_on(client, translator, beside, status):
    statement = embargoed()
    assert client.get(then(f"/en/press/{statement.slug}/", T + beside)).status_code == status
    listed = statement.headline_en in main_part(client.get(then("/en/press/", T + beside)))
    assert listed is (status == 200)


def test_visitors_see_nothing_of_it(client, translator):
    statement = embargoed()
    client.get(then(f"/en/press/{statement.slug}/"))
    assert client.get(f"/en/press/{statement.slug}/").status_code == 404


def test_an_edition_that_starts_between_two_seconds_is_seen_at_the_second_after(client, translator):
    statement = embargoed(T + timedelta(microseconds=1))
    assert client.get(then(f"/en/press/{statement.slug}/")).status_code == 404
    moment = re.search(r"/admin/at/\w+/ru/", client.get(reverse("site_ahead")).text)[0]
    assert moment == then("/ru/", T + SECOND)
    assert client.get(f"{moment}press/{statement.slug}/").status_code == 200


def test_a_draft_is_never_there(client, translator):
    statement = released(make_statement(headline_en="Released"))
    statement.headline_en = "A draft"
    statement.save()
    draft = make_statement()
    assert "<h1>Released</h1>" in client.get(then(f"/en/press/{statement.slug}/")).text
    assert client.get(then(f"/en/press/{draft.slug}/")).status_code == 404


def test_the_past_is_shown_as_it_was(client, translator, clock):
    statement = released(make_statement(headline_en="As it was"))
    clock.move_to(NOW + timedelta(hours=1))
    statement.headline_en = "As it is"
    statement.save()
    release(statement, by=None)
    assert "<h1>As it was</h1>" in client.get(then(f"/en/press/{statement.slug}/", NOW)).text


def test_a_withdrawal_ahead_is_a_tombstone_from_its_moment_on(client, translator):
    statement = released(make_statement())
    withdraw(statement, by=None, reason={"en": "The date was wrong."}, at=T)
    path = f"/en/press/{statement.slug}/"
    response = client.get(then(path))
    assert (response.status_code, "The date was wrong." in response.text) == (410, True)
    assert client.get(then(path, T - SECOND)).status_code == 200


def test_a_page_is_as_visitors_see_it_but_for_its_addresses_and_the_band(client, translator, clock):
    film = make_film(poster=make_picture())
    release(film, by=None, at=T)
    path = f"/kk/films/{film.slug}/"
    seen = main_part(client.get(then(path))).replace(then(""), "")
    client.logout()
    clock.move_to(T)
    body = re.compile(r"<body.*?(?=<p class=\"wrap printed-address|</footer>)", re.DOTALL)
    found = [" ".join(body.search(text)[0].split()) for text in (seen, client.get(path).text)]
    assert found[0] == found[1]


# Everything that a page leads to stays at that moment


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_link_of_a_page_stays_at_that_moment(client, translator, code):
    make_press_office()
    statement = embargoed(
        films=[released(make_film(poster=make_picture()))],
        body_en='<p>See <a href="/en/films/">the films</a>.</p>',
        languages=["en"],
    )
    page = main_part(client.get(then(f"/{code}/press/{statement.slug}/")))
    links = set(re.findall(r'(?:href|src)="(/[^"]*)"', page)) | set(
        re.findall(r"(?:srcset=\"|, )(/\S+)", page)
    )
    own = {link for link in links if not link.startswith("/static/")}
    assert then("/en/films/") in own
    assert {link for link in own if not link.startswith(then("/"))} == set()


def test_following_links_for_long_never_leaves_the_moment(client, translator):
    released(make_press_office())
    embargoed(films=[released(make_film(poster=make_picture()))])
    waiting, seen = [then("/")], {}
    while waiting:
        path = waiting.pop()
        if path not in seen:
            response = client.get(path)
            seen[path] = response.status_code
            body = response.getvalue().decode("utf-8", "replace")
            page = body.partition("<aside")[0] + body.partition("</aside>")[2]
            text = f' "{response.get("Location", "")}" ' + (page or body)
            waiting += re.findall(r"(?:http://testserver|[\"\s])(/admin/[^\"\s<>,?]*)", text)
    assert set(seen.values()) == {200, 302}
    assert {path for path in seen if not path.startswith(then("/"))} == set()
    assert {then("/zh-hans/press/feed/"), then("/kk/people/")} <= seen.keys()


def test_feeds_and_sitemaps_travel_too(client, translator):
    statement = embargoed()
    path = then(f"/ru/press/{statement.slug}/")
    feed, sitemap = (
        client.get(then("/ru/press/feed/")),
        client.get(then("/sitemap-statement-1.xml")),
    )
    assert f"http://testserver{path}" in feed.text
    assert f"http://testserver{path}" in sitemap.text


def test_an_old_address_leads_to_the_one_that_will_stand(client, translator):
    statement = released(make_statement(slug="before"))
    statement.slug = "after"
    statement.save()
    release(statement, by=None, at=T)
    response = client.get(then("/en/press/before/"))
    assert (response.status_code, response["Location"]) == (301, then("/en/press/after/"))
    assert client.get(then("/en/press/before/", T - SECOND)).status_code == 200


def test_an_address_without_its_slash_leads_to_the_page(client, translator):
    assert client.get(then("/en/press"))["Location"] == then("/en/press/")
    assert client.get(then("").removesuffix("/"))["Location"] == then("/")


def test_the_root_leads_to_the_language_of_the_member_of_staff(client, translator):
    assert client.get(then("/"))["Location"] == then("/ru/")


def test_what_is_not_there_is_answered_by_the_sites_own_page(client, translator):
    response = client.get(then("/kk/nothing/"))
    assert response.status_code == 404
    assert f'<a href="{then("/kk/press/")}">' in response.text
    assert "preview-banner" in response.text


# Pictures


def test_pictures_of_what_is_scheduled_are_served_there_and_nowhere_else(client, translator):
    picture = make_picture()
    release(make_film(poster=picture), by=None, at=T)
    path = f"/pictures/{picture.token}/original.jpg"
    addresses = (then(path), then(path, T - SECOND), path)
    assert [status(client, address) for address in addresses] == [200, 404, 404]


def test_a_licence_that_ends_ends_there_too(client, translator):
    picture = make_picture(usable_until=T)
    released(make_film(poster=picture))
    path = f"/pictures/{picture.token}/original.jpg"
    assert [status(client, then(path, at)) for at in (T - SECOND, T)] == [200, 404]


# Nobody keeps it


@pytest.mark.parametrize("path", ["/en/", "/en/nothing/", "/en/press/feed/", "/sitemap.xml", "/"])
def test_no_cache_keeps_it_and_no_machine_takes_it_for_the_site(client, translator, path):
    response = client.get(then(path))
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]
    assert "ETag" not in response


def test_a_file_is_there_for_download_alone(client, translator):
    statement = make_statement()
    make_attachment(statement)
    released(statement, at=T)
    document = Page.objects.get(uid=statement.uid, language="en").document
    file = document["attachments"][0]["file"]
    response = client.get(then(f"/files/{file['token']}/{file['file_name']}"))
    response.getvalue()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_page_says_the_language_it_is_in(client, translator):
    assert client.get(then("/zh-hans/"))["Content-Language"] == "zh-Hans"


def test_its_head_names_no_address_for_machines(client, translator):
    released(make_film(poster=make_picture()))
    statement = embargoed(picture=make_picture())
    page = client.get(then(f"/en/press/{statement.slug}/")).text
    assert '<meta name="robots" content="noindex">' in page
    for sign in ('rel="canonical"', 'rel="alternate" hreflang', "og:url", "og:image"):
        assert sign not in page


@pytest.mark.parametrize(
    "known", [{"If-None-Match": "*"}, {"If-Modified-Since": "Thu, 01 Jan 2032 00:00:00 GMT"}]
)
def test_nothing_is_answered_by_what_the_asker_keeps(client, translator, known):
    picture = make_picture()
    released(make_film(poster=picture))
    response = client.get(then(f"/pictures/{picture.token}/original.jpg"), headers=known)
    response.getvalue()
    assert (response.status_code, "ETag" in response) == (200, False)


def test_looking_is_all_that_can_be_done(client, translator):
    assert client.head(then("/en/")).status_code == 200
    for method in ("post", "put", "delete", "options"):
        assert getattr(client, method)(then("/en/")).status_code == 405


# Who may


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing/", "/pictures/x"])
def test_a_stranger_is_led_to_the_sign_in(client, path):
    response = client.get(then(path))
    assert response["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("group", [None, "translators", "editors", "publishers"])
def test_staff_see_ahead_with_the_right_only(client, group):
    client.force_login(make_user(group))
    statement = embargoed()
    expected = 200 if group else 403
    for path in (then("/en/"), then(f"/en/press/{statement.slug}/"), reverse("site_ahead")):
        response = client.get(path)
        assert response.status_code == expected
        assert (statement.headline_en in response.text) is bool(group)


def test_administrators_see_ahead(client):
    client.force_login(make_superuser())
    assert client.get(then("/en/")).status_code == 200


def test_without_the_right_the_secret_is_answered_as_what_never_was(client):
    client.force_login(make_user())
    paths = [then(f"/en/press/{slug}/") for slug in (embargoed().slug, "never-was")]
    answers = [client.get(path) for path in paths]
    assert answers[0].content == answers[1].content


def test_the_header_of_the_admin_leads_there_with_the_right_only(client, translator):
    link = f'href="{reverse("site_ahead")}"'
    assert link in client.get(reverse("admin:index")).text
    client.force_login(make_user())
    assert link not in client.get(reverse("admin:index")).text


# Forged addresses


@pytest.mark.parametrize(
    "stamp",
    [
        "garbage",
        "now",
        "99991231T235959Z",
        "00000000T000000Z",
        "00010101T000000Z",
        "21000101T000000Z",
        "20301301T000000Z",
        "20300230T000000Z",
        "20301201T240000Z",
        "20301201T090060Z",
        "-0301201T090000Z",
        "20301201T090000",
        "20301201t090000z",
        "20301201T090000+0500",
        "２０３０1201T090000Z",
    ],
)
def test_a_moment_that_is_none_is_not_found(client, translator, stamp):
    assert client.get(f"/admin/at/{stamp}/en/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/guide/",
        "/admin/at/20301201T090000Z/en/",
        "/admin%2Fguide%2F",
        "/%61dmin/guide/",
        "/livez",
        "/readyz",
        "/static/css/site.css",
        "//evil.example/",
        "//admin/guide/",
        "/./admin/guide/",
        "/en/../admin/guide/",
        "/%2e%2e/admin/guide/",
        "/..%2f..%2fadmin/guide/",
        "/\\evil.example/",
        "/en/\x00",
        "/%ff%fe/",
        "/en/%0d%0aSet-Cookie:x=1/",
    ],
)
def test_no_path_leads_out_of_the_public_site(client, translator, path):
    response = client.get(then(path))
    assert response.status_code == 404
    outside = re.findall(r'(?:href|action|src)="((?:[a-z]+:)?//[^"]*|[^/"#][^"]*)"', response.text)
    assert outside == []


# The site itself stays as it is


def test_public_pages_are_the_same_before_and_after(client, translator):
    embargoed(films=[released(make_film(poster=make_picture()))])
    paths = ["/en/", "/en/press/", "/en/nothing/", "/sitemap.xml", "/en/press/feed/"]
    before = [client.get(path).content for path in paths]
    for path in paths:
        client.get(then(path))
    assert [client.get(path).content for path in paths] == before


def test_the_site_is_left_where_it_was_after_an_error(client, translator, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("composer_site.visits.Visit.may_show", fail)
    released(make_film(poster=make_picture()))
    with pytest.raises(ZeroDivisionError):
        client.get(then("/en/films/"))
    assert get_script_prefix() == "/"


def test_the_visitor_of_a_moment_is_nobody(client, translator):
    response = client.get(then("/en/"))
    page = response.context[-1]
    assert (response.cookies, page["request"].COOKIES) == ({}, {})
    assert not page["user"].is_authenticated


# The band


def band(response):
    return re.sub(r"\s+", " ", response.text.partition("<aside")[2].partition("</aside>")[0])


def test_the_band_speaks_the_language_of_the_member_of_staff(client, translator):
    assert 'class="preview-banner" lang="ru"' in band(client.get(then("/en/")))


def test_the_band_shows_the_moment_on_three_clocks(client):
    client.force_login(make_user("editors"))
    text = band(client.get(then("/kk/")))
    assert [time in text for time in ("14:00 (Almaty", "17:00 (Beijing", "09:00 (UTC")] == [
        True
    ] * 3


def test_the_band_lists_what_changes_at_that_very_second(client):
    client.force_login(make_user("editors"))
    changed = released(make_statement(headline_en="The old one"))
    changed.headline_en = "The new one"
    changed.save()
    release(changed, by=None, at=T)
    going, back = released(make_statement()), released(make_statement())
    withdraw(going, by=None, reason={"en": "Wrong"}, at=T)
    withdraw(back, by=None, reason={"en": "Wrong"})
    release(back, by=None, at=T)
    released(make_film(poster=make_picture(name="Poster on loan", usable_until=T)))
    new, other = embargoed(), embargoed(T + SECOND)
    text = band(client.get(then("/en/")))
    kinds = re.findall(r'<span class="kind">(.*?)</span>', text)
    assert sorted(kinds) == [
        "End of a licence",
        "First release",
        "New edition",
        "Release after a withdrawal",
        "Withdrawal",
    ]
    for title in ("The new one", going.headline_en, new.headline_en, "Poster on loan"):
        assert title in text
    assert other.headline_en not in text


def test_the_end_of_a_licence_of_a_picture_that_nobody_sees_is_no_change(client, translator):
    make_picture(name="Never shown", usable_until=T)
    released(make_film(poster=make_picture(usable_until=T - SECOND)))
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


# The site ahead


def test_the_list_holds_all_that_is_ahead_in_order_of_time(client):
    client.force_login(make_user("editors"))
    later, sooner = embargoed(T + SECOND), embargoed(T)
    released(make_statement())
    page = client.get(reverse("site_ahead")).text
    titles = re.findall(r'<a href="(/admin/at/[^"]*/press/[^"]*)">', page)
    assert titles == [
        then(f"/en/press/{sooner.slug}/"),
        then(f"/en/press/{later.slug}/", T + SECOND),
    ]


def test_with_nothing_ahead_it_says_so(client):
    client.force_login(make_user("editors"))
    released(make_statement())
    assert "Nothing is scheduled." in client.get(reverse("site_ahead")).text


def test_a_moment_and_a_language_lead_to_the_site_then(client, translator):
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
def test_a_moment_that_is_none_is_asked_for_again(client, translator, typed, field):
    chosen = {"date": "2030-12-01", "time": "14:00", "zone": "Asia/Almaty", "language": "kk"}
    response = client.get(reverse("site_ahead"), chosen | typed)
    assert response.context["form"].errors.keys() == {field}


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_with_one_and_with_three(
    client, translator, django_assert_num_queries, number
):
    for day in range(number):
        embargoed(T + timedelta(days=day))
        released(make_film(poster=make_picture(usable_until=T + timedelta(days=day))))
    with django_assert_num_queries(8):
        client.get(reverse("site_ahead"))


def test_the_log_names_no_page_of_another_moment(client, translator, caplog):
    caplog.set_level("INFO")
    statement = embargoed()
    client.get(then(f"/en/press/{statement.slug}/"))
    assert [r.getMessage().split()[1] for r in caplog.records if "/at/" in r.getMessage()] == [
        then("/…")
    ]


def test_the_editions_of_a_thing_lead_to_the_first_second_of_each(client, translator):
    statement = embargoed(T - timedelta(microseconds=1))
    page = client.get(reverse("admin:press_statement_editions", args=[statement.pk])).text
    assert f'href="{then("/ru/")}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_with_one_change_and_with_three(
    client, translator, django_assert_num_queries, number
):
    for _number in range(number):
        embargoed()
        released(make_film(poster=make_picture(usable_until=T)))
    with django_assert_num_queries(17):
        client.get(then("/en/press/"))
