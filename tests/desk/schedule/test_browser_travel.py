"""Staff look ahead in a browser: at the whole site as it will be, while visitors see nothing of it."""

import datetime as dt

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from django.urls import reverse
from django.utils import timezone
from factories import (
    make_film,
    make_picture,
    make_press_office,
    make_statement,
    make_user,
    published,
)
from playwright.sync_api import expect

from composer_site.publishing.publish import publish, withdraw

expect.set_options(timeout=30_000)
HEADLINE = "A song comes home"


@pytest.fixture
def staff(live_server, new_context):
    """A page of the admin, signed in: staff("editors")."""

    def open_admin(group, **options):
        context = new_context(**options)
        sign_in(context, live_server.url, make_user(group))
        page = context.new_page()
        page.goto(f"{live_server.url}{reverse('admin:index')}")
        return page

    return open_admin


@pytest.fixture
def statement(transactional_db):
    """Embargoed for some days ahead, at a full minute; it replaces another one."""
    time = timezone.now().replace(second=0, microsecond=0) + dt.timedelta(days=5)
    published(make_press_office())
    film = published(make_film(poster=make_picture((640, 480))))
    texts = {"headline_en": HEADLINE, "headline_kk": "Ән елге оралды"}
    thing = make_statement(films=[film], picture=make_picture((640, 480)), **texts)
    publish(thing, by=None, at=time)
    withdraw(published(make_statement()), by=None, reason={"en": "Replaced."}, at=time)
    return thing


def test_an_editor_visits_an_embargoed_statement_at_its_time(staff, statement, live_server, page):
    desk = staff("editors")
    watch = Watch(desk.context, live_server.url)
    desk.locator("#user-tools").get_by_role("link", name="The site ahead").click()
    desk.get_by_role("link", name="See the site then").click()
    expect(desk.get_by_text("2 changes at this time")).to_be_visible()
    desk.get_by_role("navigation", name="Main").get_by_role("link", name="Press").click()
    desk.get_by_role("main").get_by_role("link", name=HEADLINE).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    picture = desk.get_by_role("main").locator("img").first
    picture.scroll_into_view_if_needed()
    desk.wait_for_load_state("networkidle")
    assert picture.evaluate("image => image.naturalWidth") > 0

    desk.get_by_role("navigation", name="Language", exact=True).get_by_text("Қазақша").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Ән елге оралды")
    band = desk.get_by_role("complementary", name="Preview")
    band.get_by_text("English", exact=True).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    assert watch.taken() == []

    address = f"/en/press/{statement.slug}/"
    band.get_by_role("link", name="Back to the site").click()
    desk.wait_for_url(live_server.url + address)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert page.goto(live_server.url + address).status == 404


def test_a_time_is_chosen_by_the_clock_of_a_city(staff, statement):
    desk = staff("translators")
    desk.locator("#user-tools").get_by_role("link", name="The site ahead").click()
    desk.get_by_label("Date").fill("2031-05-17")
    desk.get_by_label("Time").fill("19:00")
    desk.get_by_label("On the clock of").select_option("Asia/Almaty")
    desk.get_by_label("Language").select_option("kk")
    desk.get_by_role("button", name="See the site").click()
    expect(desk.get_by_text("17 May 2031, 14:00 (UTC)")).to_be_visible()
    assert desk.url.endswith("/admin/at/20310517T140000Z/kk/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_another_time_can_be_used_by_everyone(staff, statement, scheme, width):
    desk = staff("editors", color_scheme=scheme, viewport={"width": width, "height": 800})
    desk.goto(desk.url.replace("/admin/", reverse("site_ahead")))
    found = violations(desk)
    assert not scrolls_sideways(desk)
    desk.get_by_role("link", name="See the site then").click()
    expect(desk.get_by_role("complementary", name="Preview")).to_be_visible()
    assert (found, violations(desk)) == ([], [])
    assert not scrolls_sideways(desk)


def test_printed_pages_say_that_they_are_of_another_time(staff, statement):
    desk = staff("editors")
    desk.goto(desk.url.replace("/admin/", reverse("site_ahead")))
    desk.get_by_role("link", name="See the site then").click()
    desk.emulate_media(media="print")
    expect(desk.get_by_text("The site at another time")).to_be_visible()
    expect(desk.get_by_text("Back to the site as it is now")).to_be_hidden()
