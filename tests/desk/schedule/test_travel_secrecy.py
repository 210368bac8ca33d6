"""Another time is shown to staff with the right alone, and leaves the site of now as it is."""

import re

import pytest
from django.urls import get_script_prefix, reverse
from factories import (
    make_attachment,
    make_film,
    make_picture,
    make_statement,
    make_superuser,
    make_user,
    published,
)
from travelling import NOW, T, embargoed, then

from composer_site.publishing.models import Page

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOW, tick=False)]


@pytest.fixture
def translator(client):
    """The least of those who have the right."""
    user = make_user("translators", language="ru")
    client.force_login(user)
    return user


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
    published(statement, at=T)
    document = Page.objects.get(uid=statement.uid, language="en").document
    file = document["attachments"][0]["file"]
    response = client.get(then(f"/files/{file['token']}/{file['file_name']}"))
    response.getvalue()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_page_says_the_language_it_is_in(client, translator):
    assert client.get(then("/zh-hans/"))["Content-Language"] == "zh-Hans"


def test_its_head_names_no_address_for_machines(client, translator):
    published(make_film(poster=make_picture()))
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
    published(make_film(poster=picture))
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
    statement = embargoed()
    assert statement.headline_en in client.get(then("/en/")).text


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
def test_a_time_that_is_none_is_not_found(client, translator, stamp):
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
    embargoed(films=[published(make_film(poster=make_picture()))])
    paths = ["/en/", "/en/press/", "/en/nothing/", "/sitemap.xml", "/en/press/feed/"]
    before = [client.get(path).content for path in paths]
    for path in paths:
        client.get(then(path))
    assert [client.get(path).content for path in paths] == before


def test_the_site_is_left_where_it_was_after_an_error(client, translator, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("composer_site.visitors.files.Files.may_show", fail)
    published(make_film(poster=make_picture()))
    with pytest.raises(ZeroDivisionError):
        client.get(then("/en/films/"))
    assert get_script_prefix() == "/"


def test_the_visitor_of_a_time_is_nobody(client, translator):
    response = client.get(then("/en/"))
    page = response.context[-1]
    assert (response.cookies, page["request"].COOKIES) == ({}, {})
    assert not page["user"].is_authenticated


def test_the_log_names_no_page_of_another_time(client, translator, caplog):
    caplog.set_level("INFO")
    statement = embargoed()
    client.get(then(f"/en/press/{statement.slug}/"))
    assert [r.getMessage().split()[1] for r in caplog.records if "/at/" in r.getMessage()] == [
        then("/…")
    ]
