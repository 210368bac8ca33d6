"""A publisher ticks statements in the list, chooses a time, and all of them appear at it."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.urls import reverse
from django.utils import timezone
from factories import make_statement, make_user
from playwright.sync_api import expect

from composer_site.publishing.models import Edition

ALMATY = ZoneInfo("Asia/Almaty")
LIST = "/admin/press/statement/"
HEADLINES = ["A song comes home", "A film begins", "A day of music"]
expect.set_options(timeout=30_000)


@pytest.fixture
def statements():
    make_statement(headline_en="Not yet")
    return [make_statement(headline_en=headline, standfirst_en="News") for headline in HEADLINES]


@pytest.fixture
def staff(live_server, new_context):
    context = new_context()
    sign_in(context, live_server.url, make_user("publishers"))
    return context.new_page()


@pytest.fixture
def selection(staff, live_server, statements):
    """The page of the selection, come to by the list."""
    staff.goto(live_server.url + LIST)
    for headline in HEADLINES:
        tick(staff, headline)
    publish_together(staff)
    return staff


def tick(page, headline):
    page.get_by_role("row").filter(has_text=headline).get_by_role("checkbox").check()


def publish_together(page):
    page.get_by_role("combobox", name="Action").select_option("Publish together…")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Publish together")


def in_two_days():
    day = timezone.now().astimezone(ALMATY).date() + dt.timedelta(days=2)
    return dt.datetime.combine(day, dt.time(10), ALMATY)


def publish_at(page, time):
    page.get_by_label("At a set time").check()
    page.get_by_label("Date:", exact=True).fill(f"{time:%Y-%m-%d}")
    page.get_by_label("Time:", exact=True).fill(f"{time:%H:%M}")
    page.get_by_label("On the clock of").select_option("Asia/Almaty")
    expect(page.get_by_text("10:00 (Almaty, UTC+5)")).to_be_visible()
    page.get_by_label("Change note").fill("The anniversary")
    page.get_by_role("button", name="Publish together").click()


def test_three_statements_appear_at_the_time_that_was_chosen_for_all(
    selection, statements, page, live_server
):
    time = in_two_days()
    publish_at(selection, time)
    expect(selection.get_by_text("Scheduled together. Visitors will read them")).to_be_visible()
    room = live_server.url + reverse("press:room", args=["en"])
    for instant, count in ((time - dt.timedelta(seconds=1), 0), (time, 3)):
        with time_machine.travel(instant.astimezone(dt.UTC), tick=False):
            page.goto(room)
            page.reload()
            shown = [page.get_by_role("link", name=headline).count() for headline in HEADLINES]
            assert shown == [min(count, 1)] * 3


def test_what_is_left_out_stays_unpublished(selection, statements):
    selection.get_by_label("A film begins").uncheck()
    selection.get_by_role("button", name="Publish together").click()
    expect(selection.get_by_text("Published together.")).to_be_visible()
    kept = {statements[0].uid, statements[2].uid}
    assert set(Edition.objects.values_list("uid", flat=True)) == kept


def things(page):
    return page.get_by_role("listitem").get_by_role("checkbox").count()


def test_what_is_ticked_stays_ticked_while_the_pages_of_a_list_are_turned(
    staff, live_server, statements
):
    for number in range(60):
        make_statement(headline_en=f"Older {number}", date=dt.date(2018, 1, 1))
    staff.goto(live_server.url + LIST)
    tick(staff, "A song comes home")
    staff.get_by_role("link", name="2", exact=True).first.click()
    staff.wait_for_url("**p=2")
    staff.get_by_role("checkbox", name="Older").first.check()
    staff.get_by_role("link", name="1", exact=True).first.click()
    expect(
        staff.get_by_role("row").filter(has_text="A song").get_by_role("checkbox")
    ).to_be_checked()
    tick(staff, "A film begins")
    publish_together(staff)
    assert things(staff) == 3


def test_what_was_ticked_before_another_page_is_forgotten(staff, live_server, statements):
    staff.goto(live_server.url + LIST)
    tick(staff, "A song comes home")
    staff.goto(live_server.url + "/admin/")
    staff.goto(live_server.url + LIST)
    tick(staff, "A film begins")
    publish_together(staff)
    assert things(staff) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_sound_for_eyes_keys_and_phones(selection, live_server, width):
    watch = Watch(selection.context, live_server.url)
    selection.set_viewport_size({"width": width, "height": 800})
    selection.reload()
    selection.get_by_text("point to check").first.click()
    assert violations(selection) == []
    assert not scrolls_sideways(selection)
    assert watch.taken() == []
