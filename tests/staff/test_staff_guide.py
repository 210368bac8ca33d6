"""The guide for staff says the same in each language, in the words of the interface."""

import re
from html import unescape

import pytest
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from factories import make_superuser, make_user
from test_catalogues import latin_words, merged

from composer_site.staff.guide import HEADING
from composer_site.values.languages import LANGUAGES

ADMIN_PAGES = ["admin:index", "admin:press_statement_add", "admin:films_film_changelist"]
ADMIN_PAGES += ["admin:staff_preferences", "admin:password_change", "staff_guide"]
BUTTON = re.compile(r'<b class="button-name">(.+?)</b>', re.DOTALL)
CODE = re.compile(r"<(code|kbd)>.*?</\1>|<[^>]*>|{%.*?%}", re.DOTALL)


def guide(code):
    return get_template(f"admin/guide/{code}.html").template.source


def headings(text):
    return [(level, name) for level, name, _words in HEADING.findall(text)]


def unknown_buttons(text, code):
    """What it calls by a name that nothing in the interface has in that language."""
    return {unescape(name) for name in BUTTON.findall(text)} - words_of_the_interface(code)


def words_of_the_interface(code):
    if code == "en":
        words = {key[1] for key in merged("ru", "django") if isinstance(key[1], str)}
    else:
        found = merged(translation.to_locale(code), "django").values()
        words = {one.string for one in found if isinstance(one.string, str)}
    return words | set(map(capfirst, words))


@pytest.mark.django_db
@pytest.mark.parametrize("code", LANGUAGES)
def test_staff_read_it_in_their_own_language(client, code):
    client.force_login(make_user(language=code))
    response = client.get(reverse("staff_guide"))
    assert response.templates[0].name == f"admin/guide/{code}.html"
    assert f'<div class="guide" lang="{LANGUAGES[code].tag}">' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("code", LANGUAGES)
def test_staff_may_read_it_in_another_language(client, code):
    client.force_login(make_user(language="ru"))
    response = client.get(reverse("staff_guide", args=[code]))
    assert response.templates[0].name == f"admin/guide/{code}.html"


@pytest.mark.django_db
def test_a_stranger_is_sent_to_sign_in(client):
    address = reverse("staff_guide")
    response = client.get(address)
    assert (response.status_code, response.url) == (302, f"{reverse('admin:login')}?next={address}")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ADMIN_PAGES)
def test_every_page_of_the_admin_links_to_it(client, page):
    client.force_login(make_superuser())
    assert f'<a href="{reverse("staff_guide")}">Guide</a>' in client.get(reverse(page)).text


@pytest.mark.django_db
def test_it_says_dates_in_its_own_language(client):
    client.force_login(make_user(language="en"))
    assert "<td>вторая половина 2018" in client.get(reverse("staff_guide", args=["ru"])).text


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_has_the_same_headings_in_each_language(code):
    assert headings(guide(code)) == headings(guide("en"))
    assert len(headings(guide(code))) == len(re.findall("<h[1-6]", guide(code))) > 30


@pytest.mark.django_db
def test_it_begins_with_its_contents(client):
    client.force_login(make_user(language="en"))
    assert (
        '<a href="#names-sheet">姓名表</a>'
        in client.get(reverse("staff_guide", args=["zh-hans"])).text
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_names_as_many_buttons_in_each_language(code):
    assert len(BUTTON.findall(guide(code))) == len(BUTTON.findall(guide("en"))) > 20


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_calls_buttons_by_the_names_they_have(code):
    assert unknown_buttons(guide(code), code) == set()


def test_a_button_that_has_another_name_is_seen():
    assert unknown_buttons('<b class="button-name">Save it</b>', "en") == {"Save it"}
    assert unknown_buttons('<b class="button-name">Save</b>', "ru") == {"Save"}


def test_in_kazakh_it_is_written_in_cyrillic():
    assert latin_words(CODE.sub(" ", guide("kk"))) == set()
