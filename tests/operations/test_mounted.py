"""The site below the root of another: with SCRIPT_NAME, and a server that takes the prefix away."""

import re

import pytest
from django.test import Client
from django.test.utils import override_script_prefix
from factories import make_film, make_picture, make_statement, make_superuser, make_user, published
from forms_of_the_admin import open_form, save
from serving import LARGE, reader, site, status
from signing_in import PASSWORD, make_member, sign_in
from travelling import embargoed, then

from composer_site.visitors.views import server_error


class MountedClient(Client):
    """Asks as a proxy does. An address that leaves the prefix is nobody's."""

    def generic(self, method, path, *args, **options):
        assert path.startswith("/sub/"), path
        return super().generic(method, path.removeprefix("/sub"), *args, **options)


@pytest.fixture
def mounted(db, settings):
    settings.FORCE_SCRIPT_NAME, settings.STATIC_URL = "/sub", "/sub/static/"
    with override_script_prefix("/sub/"):
        yield MountedClient()


def own_links(text):
    return set(re.findall(r'(?:href|src|action)="(/[^"]*)"', text))


def test_a_public_page_leads_nowhere_but_below_the_prefix(mounted):
    text = '<p>See <a href="/en/films/">the films</a>.</p>'
    film = published(make_film(slug="film", poster=make_picture()))
    statement = published(make_statement(slug="news", films=[film], body_en=text))
    links = own_links(mounted.get(f"/sub/en/press/{statement.slug}/").text)
    assert {"/sub/kk/press/news/", "/sub/en/films/film/", "/sub/static/css/site.css"} <= links
    assert {link for link in links if not link.startswith("/sub/")} == set()


def test_addresses_for_others_have_the_prefix_once(mounted):
    published(make_film(slug="film"))
    page = mounted.get("/sub/ru/films/film/").text
    assert 'rel="canonical" href="http://testserver/sub/ru/films/film/"' in page
    assert "Sitemap: http://testserver/sub/sitemap.xml\n" in mounted.get("/sub/robots.txt").text


def test_a_member_signs_in_to_the_admin(mounted):
    make_member()
    response = sign_in(mounted, password=PASSWORD)
    assert (response.status_code, response["Location"]) == (302, "/sub/admin/")
    assert mounted.get("/sub/admin/").status_code == 200


def test_the_admin_leads_nowhere_but_below_the_prefix(mounted):
    mounted.force_login(make_superuser())
    links = own_links(mounted.get("/sub/admin/").text)
    assert {link for link in links if not link.startswith("/sub/")} == set()


def test_a_form_is_saved_and_leads_back(mounted):
    mounted.force_login(make_user("editors"))
    statement = make_statement()
    response = save(mounted, statement, open_form(mounted, statement) | {"headline_en": "New"})
    assert response["Location"].startswith("/sub/admin/press/statement/")
    statement.refresh_from_db()
    assert statement.headline_en == "New"


def test_visitors_still_only_read(mounted):
    assert mounted.post("/sub/en/").status_code == 405


def test_the_site_at_another_time_stays_there(mounted):
    mounted.force_login(make_user("translators"))
    statement = embargoed()
    time = f"/sub{then('/')}"
    page = mounted.get(f"{time}en/press/{statement.slug}/").text
    band, _end, rest = page.partition("</aside>")
    assert f'href="/sub/en/press/{statement.slug}/"' in band
    own = {link for link in own_links(rest) if not link.startswith("/sub/static/")}
    assert {link for link in own if not link.startswith(time)} == set()


def test_the_page_for_an_error_finds_its_styles(mounted):
    assert b'href="/sub/static/css/site.css"' in server_error(None).content


def test_the_server_sends_its_static_files_and_lives(tmp_path):
    with site(tmp_path, SCRIPT_NAME="/sub", GRANIAN_URL_PATH_PREFIX="/sub") as port:
        for path in (f"/static/{LARGE}", "/livez"):
            with reader(port, f"/sub{path}") as visitor:
                assert status(visitor) == 200
