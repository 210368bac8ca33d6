"""The same pages in the dark and on paper."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from scenery import make_scenery

BRIGHTNESS = """() => {
    const colours = [document.body, document.documentElement]
        .map((element) => getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number))
        .filter((colour) => colour[3] !== 0);
    return colours[0].slice(0, 3).reduce((sum, part) => sum + part / 3 / 255, 0);
}"""


@pytest.fixture(scope="module")
def addresses(shared_server):
    scenery = make_scenery(statements=3)
    names = [
        ("home", []),
        ("films:detail", [scenery.film.slug]),
        ("press:detail", [scenery.statement.slug]),
    ]
    return [shared_server.url + reverse(name, args=["en", *args]) for name, args in names]


def test_a_page_is_dark_for_a_reader_who_prefers_it(page, addresses):
    page.emulate_media(color_scheme="dark")
    for address in addresses:
        page.goto(address)
        assert page.evaluate(BRIGHTNESS) < 0.2


def test_a_page_is_light_unless_the_reader_prefers_the_dark(page, addresses):
    page.goto(addresses[-1])
    assert page.evaluate(BRIGHTNESS) > 0.8


def test_paper_carries_the_text_and_no_navigation(page, addresses):
    page.emulate_media(media="print")
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_role("navigation")).to_have_count(0)
        assert page.get_by_role("button").count() == 0


def test_paper_is_white_in_the_dark_too(page, addresses):
    page.emulate_media(media="print", color_scheme="dark")
    for address in addresses:
        page.goto(address)
        assert page.evaluate(BRIGHTNESS) > 0.9
