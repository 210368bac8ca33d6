"""The first page of the admin in a browser: readable on a phone, by keyboard, and to axe."""

import datetime as dt

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from django.utils import timezone
from factories import make_film, make_picture, make_statement, make_user, published
from playwright.sync_api import expect
from scenery import make_scenery


@pytest.fixture(scope="module")
def _something_in_each_block(shared_server):
    scenery = make_scenery(statements=3)
    scenery.statement.save()
    published(make_film(), at=timezone.now() + dt.timedelta(hours=30))
    make_statement(languages=["en"]), make_picture(alt_kk="")
    LogEntry.objects.log_actions(make_user("editors").pk, [scenery.film], CHANGE, [])


@pytest.fixture
def board(shared_server, _something_in_each_block, page):
    """Signs a publisher in and opens the page."""

    def opened(language="en", group="publishers"):
        user = make_user(group, language=language)
        sign_in(page.context, shared_server.url, user)
        page.goto(shared_server.url + reverse("admin:index"))
        return page

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "language"), [(320, "ru"), (360, "kk"), (768, "zh-hans"), (1280, "en")]
)
def test_it_is_quiet_accessible_and_fits(board, shared_server, page, width, language, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    watch = Watch(page.context, shared_server.url)
    board(language)
    assert [*violations(page), *watch.taken()] == []
    assert not scrolls_sideways(page)


def test_staff_without_a_group_are_welcomed(board, page):
    board(group=None)
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    assert violations(page) == []


def test_a_number_leads_by_keyboard_to_the_list_that_it_counts(board, page):
    board()
    link = page.get_by_role("link", name="Press statements, never published: 1")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="The list is narrowed")).to_contain_text("never published")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)


def test_every_list_is_one_key_away(board, page):
    board()
    page.get_by_text("All lists").press("Enter")
    page.get_by_role("link", name="Credits", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("credit")
