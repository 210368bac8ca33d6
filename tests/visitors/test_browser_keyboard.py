"""With the keyboard alone: visitors find their way, and staff switch languages and order rows.

Rows are ordered by dragging too, and nothing is that the keyboard cannot do."""

import pytest
from browsing import sign_in
from django.urls import reverse
from factories import make_credit, make_film, make_person, make_quote, make_statement, make_user
from playwright.sync_api import expect
from scenery import make_scenery

expect.set_options(timeout=30_000)

FOCUSED = """() => {
    const stop = document.activeElement, style = getComputedStyle(stop);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = stop.getBoundingClientRect();
    const shown = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
    return [stop.tagName, stop.textContent.trim() || stop.outerHTML, ring && shown];
}"""


@pytest.fixture
def desk(live_server, page):
    sign_in(page.context, live_server.url, make_user("editors"))
    return page


def stops(page):
    """[text, whether its focus can be seen] of everything that Tab reaches, in order."""
    while page.keyboard.press("Tab") or True:
        tag, text, visible = page.evaluate(FOCUSED)
        if tag == "BODY":
            return
        yield text, visible


def test_skip_link_is_the_first_stop_and_leads_to_the_content(live_server, page):
    page.goto(f"{live_server.url}/en/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_focus_is_seen_at_every_stop(live_server, page):
    scenery = make_scenery(statements=3)
    for path in ("home", []), ("press:detail", [scenery.statement.slug]):
        page.goto(live_server.url + reverse(path[0], args=["en", *path[1]]))
        reached = list(stops(page))
        assert len(reached) > 20
        assert [text for text, visible in reached if not visible] == []


def test_arrow_keys_move_between_the_tabs_of_languages(live_server, desk):
    desk.goto(live_server.url + reverse("admin:press_statement_add"))
    desk.get_by_role("tab", name="English").focus()
    for key, name in (("ArrowRight", "Қазақша"), ("End", "简体中文"), ("ArrowLeft", "Русский")):
        desk.keyboard.press(key)
        expect(desk.get_by_role("tab", name=name)).to_be_focused()
        expect(desk.get_by_role("tabpanel")).to_have_count(1)
        expect(desk.get_by_role("tabpanel", name=name)).to_be_visible()


def test_only_the_chosen_tab_is_a_stop(live_server, desk):
    desk.goto(live_server.url + reverse("admin:press_statement_add"))
    desk.get_by_role("tab", name="English").focus()
    desk.keyboard.press("Tab")
    panel = desk.get_by_role("tabpanel", name="English")
    expect(panel.get_by_label("Headline")).to_be_focused()


def test_quotes_are_ordered_with_the_keyboard(live_server, desk):
    statement = make_statement()
    for position, text in enumerate(("first", "second"), 1):
        make_quote(statement, text_en=text, position=position)
    desk.goto(live_server.url + reverse("admin:press_statement_change", args=[statement.pk]))
    desk.get_by_role("button", name="Move up").last.press("Enter")
    desk.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(desk.get_by_text("was changed successfully")).to_be_visible()
    assert [quote.text_en for quote in statement.quotes.all()] == ["second", "first"]


@pytest.fixture
def credits_list(live_server, desk):
    """A film, and its list of credits in the browser."""
    film = make_film()
    for position, name in enumerate(("Hu Jun", "Yuan Quan", "Berik Aitzhanov"), 1):
        make_credit(film, make_person(name), position=position)
    address = reverse("admin:films_credit_changelist")
    desk.goto(f"{live_server.url}{address}?film__id__exact={film.pk}")
    return film, desk


def holders(film):
    return [str(credit.person) for credit in film.credits.all()]


def test_credits_are_ordered_with_the_keyboard(credits_list):
    film, desk = credits_list
    desk.get_by_role("button", name="Move up").last.press("Enter")
    expect(desk.get_by_text("The order is saved.")).to_be_visible()
    assert holders(film) == ["Hu Jun", "Berik Aitzhanov", "Yuan Quan"]


def row_of(desk, name):
    return desk.locator("#result_list tbody tr").filter(has_text=name)


TOP = {"x": 200, "y": 2}


def test_credits_are_ordered_by_dragging(credits_list):
    film, desk = credits_list
    row = row_of(desk, "Berik Aitzhanov")
    row.drag_to(row_of(desk, "Hu Jun"), source_position=TOP, target_position=TOP)
    expect(desk.get_by_text("The order is saved.")).to_be_visible()
    assert holders(film) == ["Berik Aitzhanov", "Hu Jun", "Yuan Quan"]


def test_a_credit_that_is_let_go_outside_the_list_goes_back(credits_list):
    _film, desk = credits_list
    first = desk.locator("#result_list tbody tr").first
    row_of(desk, "Berik Aitzhanov").hover(position=TOP)
    desk.mouse.down()
    for _step in range(2):  # the first begins the drag
        row_of(desk, "Hu Jun").hover(position=TOP, force=True)
    expect(first).to_contain_text("Berik Aitzhanov")
    desk.get_by_role("heading", level=1).hover()
    desk.mouse.up()
    expect(first).to_contain_text("Hu Jun")
    expect(desk.locator(".order-said")).to_be_empty()
