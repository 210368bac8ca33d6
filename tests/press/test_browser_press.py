"""A quote is copied with its attribution, by a button or by hand."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from factories import make_person, make_quote, make_statement, published

SELECTED = "document.getSelection().toString()"


@pytest.fixture
def address(live_server, db):
    speaker = published(make_person("Hu Jun"))
    quote = make_quote(make_statement(headline_en="The agreement"), speaker=speaker)
    published(quote.statement)
    return live_server.url + reverse("press:quote", args=["en", quote.uid])


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_button_copies_and_says_so(page, address, settings):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.get_by_role("button", name="Copy the quote").click()
    page.get_by_role("status").get_by_text("Copied.").wait_for()
    copied = lines(page.evaluate("navigator.clipboard.readText()"))
    assert copied[:2] == ["“Words (en)”", "— Hu Jun, “The agreement”, 17 May 2019"]
    assert copied[-1] == settings.SITE_URL + urlsplit(address).path


def test_where_nothing_may_be_copied_the_words_are_selected(page, address):
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(address)
    page.get_by_role("button", name="Copy the quote").click()
    page.get_by_role("status").get_by_text("It is selected").wait_for()
    assert lines(page.evaluate(SELECTED))[0] == "“Words (en)”"


def test_without_scripts_one_click_selects_all_of_it(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.get_by_role("button", name="Copy the quote").is_visible()
    style = page.locator(".copy-text")
    assert "Hu Jun" in style.inner_text()
    context.close()
