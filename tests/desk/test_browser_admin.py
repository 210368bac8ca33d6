"""The admin's pages in a browser: nothing refused by their policy, and accessible."""

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.contrib import admin
from django.urls import reverse
from factories import make_superuser
from playwright.sync_api import expect
from scenery import make_scenery

from composer_site.publishing.models import Edition
from press.models import PressOffice

# What is wrong in the scripts that we build on, and not ours to mend.
KNOWN_WORDS = (
    # The rich-text editor sets up its links once for each of a page's editors.
    "linkifyjs: already initialized",
    # Two fields of Django's form of a new user ask for the focus.
    "Autofocus processing was blocked",
)
# Django's two lists of groups and permissions: a sign that has a name and no role.
KNOWN_SIGNS = [".help-tooltip"]
# An edition is published, and of the press office there is one.
NEVER_ADDED = (Edition, PressOffice)


def pages_of_their_own(scenery):
    yield reverse("admin:index")
    yield f"{reverse('admin:films_credit_changelist')}?film__id__exact={scenery.film.pk}"
    for name in ("publish", "withdraw", "editions", "history", "delete"):
        yield reverse(f"admin:press_statement_{name}", args=[scenery.statement.pk])


def lists_and_forms(model):
    """What is registered has a list, a form of its first row, and one to add another."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield reverse(f"{name}_changelist")
    if row := model._default_manager.first():
        yield reverse(f"{name}_change", args=[row.pk])
    if model not in NEVER_ADDED:
        yield reverse(f"{name}_add")


# A desk's window by day, and a small telephone's by night.
LOOKS = {"by day": ("light", 1280), "by night": ("dark", 360)}


def problems(page, watch, url):
    page.goto(url)
    for look, (scheme, width) in LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        yield from (f"{look} {found}" for found in violations(page, without=KNOWN_SIGNS))
    if scrolls_sideways(page):
        yield "scrolls sideways"
    for complaint in watch.taken():
        if not any(words in complaint for words in KNOWN_WORDS):
            yield complaint


@pytest.fixture(scope="module")
def scenery(shared_server):
    scenery = make_scenery(statements=3)
    scenery.statement.headline_en = "A mended statement"
    scenery.statement.save()
    return scenery


def problems_of_all(page, origin, paths):
    sign_in(page.context, origin, make_superuser())
    watch = Watch(page.context, origin)
    return [f"{path} {found}" for path in paths for found in problems(page, watch, origin + path)]


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_lists_and_forms_are_quiet_and_accessible(shared_server, scenery, page, model):
    assert problems_of_all(page, shared_server.url, lists_and_forms(model)) == []


def test_other_pages_are_quiet_and_accessible(shared_server, scenery, page):
    assert problems_of_all(page, shared_server.url, pages_of_their_own(scenery)) == []


def test_a_list_to_type_in_is_called_what_its_label_says(shared_server, page):
    sign_in(page.context, shared_server.url, make_superuser())
    page.goto(shared_server.url + reverse("admin:films_credit_add"))
    page.get_by_role("combobox", name="Person:", exact=True).click()
    expect(page.get_by_role("searchbox", name="Person")).to_be_focused()


def test_the_buttons_of_the_editor_say_their_state(shared_server, page):
    sign_in(page.context, shared_server.url, make_superuser())
    page.goto(shared_server.url + reverse("admin:press_statement_add"))
    editor = page.locator(".form-row", has=page.locator("#id_body_en"))
    undo, bold = (editor.get_by_role("button", name=name) for name in ("undo", "bold"))
    expect(undo).to_be_disabled()
    editor.get_by_role("textbox").press("Control+b")
    editor.get_by_role("textbox").press_sequentially("It was sung.")
    expect(undo).to_be_enabled()
    expect(bold).to_have_attribute("aria-pressed", "true")
