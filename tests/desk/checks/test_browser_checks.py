"""From a check to its very field, in the language that is meant."""

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.urls import reverse
from factories import make_credit, make_film, make_picture, make_statement, make_user
from playwright.sync_api import expect

expect.set_options(timeout=30_000)


@pytest.fixture
def editor(live_server, page):
    sign_in(page.context, live_server.url, make_user("editors"))
    return page


def open_checks(page, live_server, thing):
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_checks"
    page.goto(live_server.url + reverse(name, args=[thing.pk]))


def test_a_link_opens_the_tab_of_its_language(editor, live_server):
    open_checks(editor, live_server, make_statement(headline_kk=""))
    editor.get_by_role("main").get_by_role("link", name="Қазақша").click()
    expect(editor.get_by_role("tab", name="Қазақша")).to_have_attribute("aria-selected", "true")
    expect(editor.locator("#id_headline_kk")).to_be_in_viewport()


def test_a_link_to_a_part_with_a_list_of_its_own_opens_its_form(editor, live_server):
    film = make_film()
    make_credit(film, character_en="The composer")
    open_checks(editor, live_server, film)
    editor.get_by_role("main").get_by_role("link", name="简体中文").click()
    expect(editor.locator("#id_character_zh_hans")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_sound_for_eyes_keys_and_phones(editor, live_server, width):
    watch = Watch(editor.context, live_server.url)
    editor.set_viewport_size({"width": width, "height": 800})
    statement = make_statement(headline_ru="", picture=make_picture(alt_kk="", rights="licensed"))
    open_checks(editor, live_server, statement)
    assert violations(editor) == []
    assert not scrolls_sideways(editor)
    assert watch.taken() == []
