"""The admin's pages in a browser: nothing refused by their policy, and accessible."""

import pytest
from browsing import Watch, sign_in, violations
from django.urls import reverse
from factories import make_superuser
from playwright.sync_api import expect
from scenery import make_scenery

# What is wrong in the scripts that we build on, and not ours to mend.
KNOWN_WORDS = (
    # The rich-text editor sets up its links once for each of a page's editors.
    "linkifyjs: already initialized",
)


def addresses(scenery):
    film, statement = scenery.film, scenery.statement
    for name in ("index", "press_statement_changelist", "press_statement_add", "films_credit_add"):
        yield reverse(f"admin:{name}")
    yield f"{reverse('admin:films_credit_changelist')}?film__id__exact={film.pk}"
    for name in ("change", "release", "withdraw", "editions", "history", "delete"):
        yield reverse(f"admin:press_statement_{name}", args=[statement.pk])
    yield reverse("admin:films_film_change", args=[film.pk])


def problems(page, watch, url):
    page.goto(url)
    yield from violations(page, impacts={"serious", "critical"})
    for complaint in watch.taken():
        if not any(words in complaint for words in KNOWN_WORDS):
            yield complaint


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_quiet_and_accessible(live_server, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    scenery = make_scenery(statements=3)
    scenery.statement.headline_en = "A mended statement"
    scenery.statement.save()
    sign_in(page.context, live_server.url, make_superuser())
    watch = Watch(page.context, live_server.url)
    found = [
        f"{path} {problem}"
        for path in addresses(scenery)
        for problem in problems(page, watch, live_server.url + path)
    ]
    assert found == []


def test_a_list_to_type_in_is_called_what_its_label_says(live_server, page):
    sign_in(page.context, live_server.url, make_superuser())
    page.goto(live_server.url + reverse("admin:films_credit_add"))
    page.get_by_role("combobox", name="Person:", exact=True).click()
    expect(page.get_by_role("searchbox", name="Person")).to_be_focused()


def test_the_buttons_of_the_editor_say_their_state(live_server, page):
    sign_in(page.context, live_server.url, make_superuser())
    page.goto(live_server.url + reverse("admin:press_statement_add"))
    editor = page.locator(".field-body_en")
    undo, bold = (editor.get_by_role("button", name=name) for name in ("undo", "bold"))
    expect(undo).to_be_disabled()
    editor.get_by_role("textbox").press("Control+b")
    editor.get_by_role("textbox").press_sequentially("It was sung.")
    expect(undo).to_be_enabled()
    expect(bold).to_have_attribute("aria-pressed", "true")
