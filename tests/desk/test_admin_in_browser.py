"""The scripts of the admin, in a real Chromium: tabs, rich text, order. Nothing is said in the console."""

import pytest
from factories import make_credit, make_film, make_person, make_release, make_statement, make_user
from forms_of_the_admin import add_address, address

from films.models import Credit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(page, live_server, client):
    """A page of an editor's browser, signed in; what its console says fails the test."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    client.force_login(make_user("editors"))
    cookies = [
        {"name": name, "value": c.value, "url": live_server.url}
        for name, c in client.cookies.items()
    ]
    page.context.add_cookies(cookies)
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.show = lambda path: page.goto(f"{live_server.url}{path}")
    yield page
    assert said == []


def tab(page, name):
    return page.get_by_role("tab", name=name)


def test_tabs_show_one_language_in_rows_too_and_are_remembered(office):
    film = make_film()
    make_release(film)
    office.show(address(film))
    assert tab(office, "English").get_attribute("aria-selected") == "true"
    tab(office, "English").press("ArrowRight")
    assert tab(office, "Қазақша").evaluate("tab => tab === document.activeElement")
    office.reload()
    office.get_by_text("Releases (1)").click()
    assert office.locator("#id_title_kk").is_visible()
    assert office.locator("#id_releases-0-note_kk").is_visible()
    assert not office.locator("#id_title_en").is_visible()
    assert not office.locator("#id_releases-0-note_en").is_visible()


def test_the_tab_with_an_error_is_opened_and_marked(office):
    film = make_film()
    office.show(address(film))
    office.fill("#id_title_en", "")
    tab(office, "Русский").click()
    office.locator("[name=_save]").click()
    tab(office, "(has errors)").wait_for()
    assert office.locator("#id_title_en").is_visible()


def test_a_tab_counts_while_one_types(office):
    office.show(address(make_film(languages=["en"])))
    tab(office, "Қазақша").click()
    office.fill("#id_title_kk", "Ән")
    assert tab(office, "Қазақша").locator(".filled").inner_text() == "1/9"


def test_rich_text_has_a_name_and_a_language_and_is_stored(office):
    statement = make_statement()
    office.show(address(statement))
    tab(office, "Қазақша").click()
    box = office.get_by_role("textbox", name="Text:")
    assert box.get_attribute("lang") == "kk"
    box.fill("Жаңалық")
    office.locator("[name=_continue]").click()
    office.wait_for_load_state("networkidle")
    statement.refresh_from_db()
    assert statement.body_kk == "<p>Жаңалық</p>"


def test_without_scripts_all_languages_stand_one_below_the_other(browser, live_server, client):
    client.force_login(make_user("editors"))
    context = browser.new_context(java_script_enabled=False)
    cookies = [
        {"name": name, "value": c.value, "url": live_server.url}
        for name, c in client.cookies.items()
    ]
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{live_server.url}{address(make_film())}")
    assert all(
        page.locator(f"#id_title_{end}").is_visible() for end in ("en", "kk", "ru", "zh_hans")
    )
    context.close()


def test_credits_are_ordered_with_the_keyboard(office):
    film = make_film()
    first, second = (
        make_credit(film, make_person(name), position=place)
        for place, name in enumerate(("Hu Jun", "Yuan Quan"), 1)
    )
    office.show(f"{add_address(Credit, 'changelist')}?film__id__exact={film.pk}")
    office.get_by_role("button", name="Move down: Actor: Hu Jun").press("Enter")
    office.get_by_text("The order is saved.").wait_for()
    assert list(film.credits.all()) == [second, first]


def test_a_credit_goes_to_the_place_that_is_typed(office):
    film = make_film()
    for place, name in enumerate(("Hu Jun", "Yuan Quan", "Berik Aitzhanov"), 1):
        make_credit(film, make_person(name), position=place)
    office.show(f"{add_address(Credit, 'changelist')}?film__id__exact={film.pk}")
    place = office.get_by_label("Place of Actor: Berik Aitzhanov")
    place.fill("1")
    with office.expect_navigation():
        place.press("Enter")
    names = [str(credit.person) for credit in film.credits.all()]
    assert names == ["Berik Aitzhanov", "Hu Jun", "Yuan Quan"]


def test_parts_are_ordered_with_the_keyboard_and_saved_with_the_form(office):
    film = make_film()
    for place, territory in enumerate(("CN", "KZ"), 1):
        make_release(film, territory=territory, position=place)
    office.show(address(film))
    office.get_by_text("Releases (2)").click()
    office.get_by_role("button", name="Move up").nth(1).press("Enter")
    office.locator("[name=_continue]").click()
    office.wait_for_load_state("networkidle")
    assert list(film.releases.values_list("territory", flat=True)) == ["KZ", "CN"]


def test_a_code_is_chosen_from_the_list_that_the_page_has_once(office):
    film = make_film(countries=["KZ", "CN"])
    make_release(film, territory="CN")
    office.show(address(film))
    office.get_by_text("Releases (1)").click()
    territory = office.locator("#id_releases-0-territory")
    assert territory.evaluate("list => [list.value, list.length > 200]") == ["CN", True]
    office.locator("[aria-labelledby=id_releases-0-territory-label]").first.click()
    office.keyboard.type("Kazakh")
    office.keyboard.press("Enter")
    office.locator("[name=_continue]").click()
    office.wait_for_load_state("networkidle")
    film.refresh_from_db()
    assert (film.releases.get().territory, film.countries) == ("KZ", ["KZ", "CN"])
