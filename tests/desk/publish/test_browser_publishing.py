"""Staff at work in a browser: writing, previewing, scheduling, publishing, and not losing words."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
import time_machine
from browsing import Watch, sign_in
from django.urls import reverse
from django.utils import timezone
from factories import make_statement, make_user, published
from playwright.sync_api import expect

from composer_site.publishing.models import Edition
from press.models import Statement

SLUG = "a-song-comes-home"
ALMATY = ZoneInfo("Asia/Almaty")
expect.set_options(timeout=30_000)


@pytest.fixture
def desk(live_server, new_context):
    """A page of the admin, signed in as a new member of a group: desk("editors")."""

    def open_desk(group):
        context = new_context()
        sign_in(context, live_server.url, make_user(group))
        return context.new_page()

    return open_desk


@pytest.fixture
def address(live_server):
    """The whole address of a view of the admin, or of visitors."""
    return lambda name, *args: live_server.url + reverse(name, args=args)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def write(page, language, headline, text):
    """Into the tab of a language, the text in bold."""
    page.get_by_role("tab", name=language).click()
    panel = page.get_by_role("tabpanel", name=language)
    panel.get_by_label("Headline").fill(headline)
    editor = panel.get_by_role("textbox", name="Text:")
    editor.press("Control+b")
    editor.press_sequentially(text)


def write_statement(page, address):
    page.goto(address("admin:press_statement_add"))
    page.get_by_label("Address").fill(SLUG)
    page.get_by_role("textbox", name="Date:", exact=True).first.fill("2019-05-17")
    write(page, "English", "A song comes home", "It was sung in Almaty.")
    write(page, "Қазақша", "Ән елге оралды", "Ол Алматыда шырқалды.")


def schedule(page, time):
    page.get_by_label("At a set time").check()
    page.get_by_role("textbox", name="Date:", exact=True).first.fill(f"{time:%Y-%m-%d}")
    page.get_by_label("Time:", exact=True).fill(f"{time:%H:%M}")
    page.get_by_label("On the clock of").select_option("Asia/Almaty")
    button(page, "Publish").click()


def public_heading(page, url):
    """Past the browser's cache, whose clock stands where it stood."""
    page.goto(url)
    page.reload()
    return page.get_by_role("heading", level=1)


def test_preview_shows_unsaved_work_as_visitors_would_see_it_and_stores_nothing(
    desk, address, live_server
):
    page = desk("publishers")
    write_statement(page, address)
    watch = Watch(page.context, live_server.url)
    with page.expect_popup() as popup:
        button(page, "Preview").click()
    preview = popup.value
    expect(preview.get_by_text("Preview: not published")).to_be_visible()
    expect(preview.get_by_role("heading", level=1)).to_have_text("A song comes home")
    expect(preview.get_by_role("main").locator("strong")).to_have_text("It was sung in Almaty.")
    button(preview, "Қазақша").click()
    expect(preview.get_by_role("heading", level=1)).to_have_text("Ән елге оралды")
    assert Statement.objects.count() == Edition.objects.count() == 0
    assert watch.taken() == []


def test_scheduled_statement_is_absent_a_second_before_its_time_and_then_there(desk, address, page):
    day = timezone.now().astimezone(ALMATY).date() + dt.timedelta(days=2)
    time = dt.datetime.combine(day, dt.time(10), ALMATY)
    staff, url = desk("publishers"), address("press:detail", "kk", SLUG)
    write_statement(staff, address)
    button(staff, "Save and publish…").click()
    schedule(staff, time)
    expect(staff.get_by_text("Scheduled. Visitors will read it at")).to_be_visible()
    with time_machine.travel(time.astimezone(dt.UTC) - dt.timedelta(seconds=1), tick=False):
        expect(public_heading(page, url)).not_to_have_text("Ән елге оралды")
    with time_machine.travel(time.astimezone(dt.UTC), tick=False):
        expect(public_heading(page, url)).to_have_text("Ән елге оралды")


def test_a_mended_statement_is_published_in_four_clicks_from_the_first_page(desk, address):
    statement = published(make_statement(headline_en="A song comes hom"))
    page = desk("publishers")
    page.add_init_script(
        "addEventListener('click', () => sessionStorage.clicks = +(sessionStorage.clicks ?? 0) + 1,"
        " true)"
    )
    page.goto(address("admin:index"))
    page.get_by_role("link", name="Press statements", exact=True).click()
    page.get_by_role("link", name="A song comes hom").click()
    page.get_by_label("Headline").first.fill("A song comes home")
    button(page, "Save and publish…").click()
    button(page, "Publish").click()
    page.get_by_text("Published. Visitors read it at").wait_for()
    assert page.evaluate("sessionStorage.clicks") == "4"
    page.goto(address("press:detail", "en", statement.slug))
    expect(page.get_by_role("heading", level=1)).to_have_text("A song comes home")


def test_an_editor_is_offered_no_publication(desk, address):
    page, statement = desk("editors"), make_statement()
    page.goto(address("admin:press_statement_change", statement.pk))
    expect(button(page, "Save")).to_be_visible()
    for role in ("button", "link"):
        expect(
            page.get_by_role(role, name=re.compile(r"\bpublish\b", re.IGNORECASE))
        ).to_have_count(0)


def test_an_editor_does_not_reach_the_publish_page_by_its_address(desk, address):
    page, statement = desk("editors"), make_statement()
    assert page.goto(address("admin:press_statement_publish", statement.pk)).status == 403


@pytest.mark.parametrize(("group", "status"), [("editors", 403), ("publishers", 200)])
def test_a_forged_publication_by_an_editor_is_refused(desk, address, group, status):
    """A publisher's is read, so that it is not the token that stops an editor's."""
    page, statement = desk(group), make_statement()
    page.goto(address("admin:press_statement_change", statement.pk))
    forged = """async address => {
        const csrfmiddlewaretoken = document.querySelector("[name=csrfmiddlewaretoken]").value;
        const body = new URLSearchParams({csrfmiddlewaretoken, when: "now"});
        return (await fetch(address, {method: "POST", body})).status;
    }"""
    answer = page.evaluate(forged, address("admin:press_statement_publish", statement.pk))
    assert answer == status
    assert Edition.objects.count() == 0


def test_two_editors_collide_and_lose_nothing(desk, address):
    statement = make_statement(place_en="Astana")
    first, second = desk("editors"), desk("editors")
    for page in (first, second):
        page.goto(address("admin:press_statement_change", statement.pk))
    panel = first.get_by_role("tabpanel", name="English")
    panel.get_by_label("Headline").fill("The first one's headline")
    panel.get_by_label("Place").fill("Almaty")
    button(first, "Save").click()
    expect(first.get_by_text("was changed successfully")).to_be_visible()

    panel = second.get_by_role("tabpanel", name="English")
    panel.get_by_label("Headline").fill("The second one's headline")
    panel.get_by_label("Standfirst").fill("The second one's standfirst")
    button(second, "Save").click()
    expect(second.get_by_text("nothing of yours is saved yet")).to_be_visible()
    expect(second.get_by_text("The first one's headline")).to_be_visible()
    expect(panel.get_by_label("Headline")).to_have_value("The second one's headline")
    statement.refresh_from_db()
    assert statement.headline_en == "The first one's headline"

    button(second, "Save").click()
    expect(second.get_by_text("was changed successfully")).to_be_visible()
    statement.refresh_from_db()
    assert (statement.headline_en, statement.standfirst_en, statement.place_en) == (
        "The second one's headline",
        "The second one's standfirst",
        "Almaty",
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_the_clocks_show_moves_no_button(desk, address, width):
    page = desk("publishers")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address("admin:press_statement_publish", make_statement().pk))
    page.get_by_label("At a set time").check()
    page.get_by_role("textbox", name="Date:", exact=True).first.fill("2049-05-03")
    top = "button => button.getBoundingClientRect().top + scrollY"
    before = button(page, "Publish").evaluate(top)
    page.get_by_label("Time:", exact=True).fill("10:00")
    expect(page.get_by_text("At this time the clocks show:")).to_be_visible()
    assert button(page, "Publish").evaluate(top) == before
