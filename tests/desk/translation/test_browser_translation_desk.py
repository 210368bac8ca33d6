"""A translator's whole task in a browser, and how the desk looks, sounds and behaves."""

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.urls import reverse
from factories import in_all, make_film, make_organisation, make_picture, make_statement, make_user
from playwright.sync_api import expect

from films.models import Film
from press.models import Statement

pytestmark = pytest.mark.django_db(transaction=True)
# The rich-text editor sets up its links once for each of a page's editors.
KNOWN_WORDS = "linkifyjs: already initialized"


def outdated(row, **columns):
    for column, text in columns.items():
        setattr(row, column, text)
    row.save()
    return row


@pytest.fixture
def show(page, live_server):
    """show(path): what a translator's browser shows there."""
    sign_in(page.context, live_server.url, make_user("translators"))
    watch = Watch(page.context, live_server.url)

    def go(path):
        page.goto(live_server.url + path)
        return page

    yield go
    assert [words for words in watch.taken() if KNOWN_WORDS not in words] == []


def thing(row, content_kind, language="kk"):
    return reverse("translation_desk_thing", args=[language, content_kind, row.pk])


def test_a_translators_whole_task(page, live_server):
    translator = make_user("translators")
    translator.set_password("a-long-password")
    translator.save()
    other = make_organisation(name_kk="")
    film = outdated(make_film(title_en="The old song"), title_en="The new song")
    page.goto(live_server.url + reverse("admin:index"))
    page.get_by_label("Username").fill(translator.username)
    page.get_by_label("Password").fill("a-long-password")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("main").get_by_role("link", name="Translation desk").click()
    page.get_by_role("link", name="Қазақша").click()
    expect(page.get_by_role("link", name="Қазақша")).to_contain_text("0 of 2 entries")
    page.get_by_role("link", name="The new song").click()
    expect(page.locator(".change del")).to_have_text("old")
    page.get_by_role("textbox", name="Title Қазақша").fill("Жаңа ән")
    page.get_by_role("button", name="Save and next").click()
    expect(page.get_by_text("1 text is saved.")).to_be_visible()
    expect(page).to_have_url(live_server.url + thing(other, "organisation"))
    page.get_by_role("link", name="Back to the list").click()
    expect(page.get_by_role("link", name="Қазақша")).to_contain_text("1 of 2 entries")
    page.goto(live_server.url + reverse("admin:films_film_change", args=[film.pk]))
    expect(page.locator("[name=title_kk]")).to_have_value("Жаңа ән")
    expect(page.locator("[name=title_en]")).to_have_count(0)


def test_rich_text_is_written_and_what_is_left_alone_stays_outdated(show):
    statement = make_statement(body_kk="", **in_all("notes", "<p>Note <a href='/en/'>x</a></p>"))
    outdated(statement, notes_en="<p>Another note</p>")
    page = show(thing(statement, "statement"))
    page.get_by_role("textbox", name="Text Қазақша").fill("Жаңалық")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("1 text is saved.")).to_be_visible()
    stored = Statement.objects.get()
    assert (stored.body_kk, stored.missing_in) == ("<p>Жаңалық</p>", "")
    assert stored.stale_in == "kk ru zh-hans"


def test_the_tab_key_goes_from_target_to_target_and_control_enter_saves(show):
    film = make_film(languages=["en"], **in_all("tagline", "Song", ["en"]))
    page = show(thing(film, "film"))
    page.get_by_role("textbox", name="Title Қазақша").fill("Ән")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Tagline Қазақша")).to_be_focused()
    page.keyboard.type("Жыр")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("2 texts are saved.")).to_be_visible()
    assert Film.objects.values_list("title_kk", "tagline_kk").get() == ("Ән", "Жыр")


def test_control_enter_in_rich_text_saves_what_was_typed_and_no_more(show):
    page = show(thing(make_statement(body_kk=""), "statement"))
    page.get_by_role("textbox", name="Text Қазақша").press_sequentially("Жаңалық")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("1 text is saved.")).to_be_visible()
    assert Statement.objects.get().body_kk == "<p>Жаңалық</p>"


def test_characters_are_counted_while_one_types_and_another_language_is_shown(show):
    page = show(f"{thing(make_film(title_ru='Песня'), 'film')}?every")
    page.get_by_role("textbox", name="Title Қазақша").fill("Ән")
    expect(page.locator(".count").first).to_have_text("2 / 200")
    expect(page.get_by_text("Песня")).to_be_hidden()
    page.get_by_role("checkbox", name="Русский").check()
    expect(page.get_by_text("Песня")).to_be_visible()
    page.get_by_role("textbox", name="Title Қазақша").fill("")
    page.get_by_role("button", name="Save", exact=True).click()


def test_without_scripts_the_desk_works(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server.url, make_user("translators"))
    page = context.new_page()
    page.goto(live_server.url + thing(make_film(title_kk=""), "film"))
    page.get_by_role("textbox", name="Title Қазақша").fill("Ән")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("1 text is saved.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_desk_is_accessible_at_every_width(show, page, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    statement = outdated(make_statement(headline_kk=""), body_en="<p>Other news</p>")
    picture = make_picture(alt_kk="")
    paths = [
        reverse("translation_desk", args=["kk"]),
        thing(statement, "statement"),
        thing(picture, "picture"),
    ]
    for path in paths:
        show(path)
        assert violations(page) == []
        assert not scrolls_sideways(page)
