"""A publisher moves an embargo, and a visitor who asks at every second sees it open at its time."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.urls import reverse
from django.utils import timezone
from factories import make_statement, make_user
from playwright.sync_api import expect

from composer_site.publishing.publish import publish

ALMATY = ZoneInfo("Asia/Almaty")
SECOND = dt.timedelta(seconds=1)
DAY = dt.timedelta(days=1)
expect.set_options(timeout=30_000)


@pytest.fixture
def staff(live_server, new_context):
    context = new_context()
    sign_in(context, live_server.url, make_user("publishers"))
    return context.new_page()


def start():
    day = timezone.now().astimezone(ALMATY).date() + 5 * DAY
    return dt.datetime.combine(day, dt.time(9), ALMATY)


def scheduled(count, at):
    statements = [make_statement(headline_en=f"Embargoed {number}") for number in range(count)]
    for statement in statements:
        publish(statement, by=None, at=at.astimezone(dt.UTC), zone="Asia/Almaty")
    return statements


def move_from_the_site_ahead(page, origin, to):
    page.goto(origin + reverse("site_ahead"))
    page.get_by_role("link", name="Move to another time…").click()
    page.get_by_label("Date:", exact=True).fill(f"{to:%Y-%m-%d}")
    page.get_by_label("Time:", exact=True).fill(f"{to:%H:%M}")
    page.get_by_label("On the clock of").select_option("Asia/Almaty")
    expect(page.get_by_text(f"{to:%H:%M} (Almaty, UTC+5)").first).to_be_visible()
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_text("moved.")).to_be_visible()


def open_at(request, origin, statements, instant):
    """How many of them a visitor can read then."""
    with time_machine.travel(instant.astimezone(dt.UTC), tick=False):
        paths = [reverse("press:detail", args=["en", s.slug]) for s in statements]
        return sum(request.get(origin + path).status == 200 for path in paths)


@pytest.mark.parametrize("count", [1, 3])
def test_an_embargo_that_moves_opens_at_its_new_time_to_the_second(
    staff, live_server, context, count
):
    at = start()
    statements = scheduled(count, at)
    for to in (at + DAY, at - DAY):
        move_from_the_site_ahead(staff, live_server.url, to)
        for time in (at, to):
            for beside in range(-2, 3):
                instant = time + beside * SECOND
                seen = open_at(context.request, live_server.url, statements, instant)
                assert seen == (count if instant >= to else 0)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_and_its_question_are_sound_for_eyes_keys_and_phones(staff, live_server, width):
    at = start()
    (statement,) = scheduled(1, at)
    publish(statement, by=None, at=at.astimezone(dt.UTC) + DAY)
    watch = Watch(staff.context, live_server.url)
    staff.set_viewport_size({"width": width, "height": 800})
    staff.goto(live_server.url + reverse("site_ahead"))
    staff.get_by_role("link", name="Move to another time…").first.click()
    staff.get_by_label("Date:", exact=True).fill(f"{at + 2 * DAY:%Y-%m-%d}")
    staff.get_by_label("Time:", exact=True).fill("09:00")
    staff.get_by_role("button", name="Move", exact=True).click()
    staff.get_by_label("Move it to another time.").check()
    assert violations(staff) == []
    assert not scrolls_sideways(staff)
    assert watch.taken() == []
