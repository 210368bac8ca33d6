"""A quote has a page of its own: with its speaker, its original, and itself ready to be copied."""

import json
import re

import pytest
from django.urls import reverse
from factories import (
    in_all,
    make_organisation,
    make_person,
    make_quote,
    make_statement,
    published,
)

from composer_site.publishing.models import Excerpt
from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db


def quoted(languages=LANGUAGES, **columns):
    """A published statement's only quote."""
    headlines = in_all("headline", "The agreement")
    statement = make_statement(slug="news", **headlines)
    quote = make_quote(statement, languages, **columns)
    published(statement)
    return quote


def address(quote, code="en"):
    return reverse("press:quote", args=[code, quote.uid])


def page_of(client, quote, code="en"):
    return client.get(address(quote, code)).text


def copied(page):
    """The lines of the block that is to be copied."""
    block = re.search(r'class="copy-text"[^>]*>(.*?)</p>', page, re.DOTALL)[1]
    return [line.strip() for line in block.split("<br>")]


def test_it_leads_to_its_speaker_and_its_statement(client):
    speaker = published(make_person("Hu Jun"))
    quote = quoted(speaker=speaker, source_title="A newspaper", source_link="https://x.example/")
    page = page_of(client, quote)
    for link in (f"/en/people/{speaker.slug}/", f"/en/press/news/#quote-{quote.uid}"):
        assert f'href="{link}"' in page
    assert '<a href="https://x.example/" rel="external">A newspaper</a>' in page


def test_a_described_speaker_stands_in_with_its_language(client):
    quote = quoted(speaker_described_en="a daughter", speaker_described_kk="")
    page = page_of(client, quote, "kk")
    assert '<span lang="en">a daughter</span>' in re.search("<h1>(.*?)</h1>", page, re.DOTALL)[1]


def test_a_speaker_without_a_public_page_is_named(client):
    assert "Hu Jun" in page_of(client, quoted(speaker=make_person("Hu Jun")))


def test_the_statement_leads_to_it(client):
    quote = quoted()
    assert f'href="{address(quote)}"' in client.get("/en/press/news/").text


@pytest.mark.parametrize(
    ("code", "shown"), [("en", True), ("kk", True), ("ru", True), ("zh-hans", False)]
)
def test_the_original_stands_beside_a_translation_alone(client, code, shown):
    page = page_of(client, quoted(spoken_in="zh"), code)
    assert ('<blockquote class="original" lang="zh-Hans"><p>Words (zh-hans)</p>' in page) == shown


def test_who_approved_it_is_not_shown(client):
    page = page_of(client, quoted(approved_by="Someone", approved_on="2019-05-05"))
    assert "Someone" not in page
    assert "2019-05-05" not in page


def test_it_is_copied_with_its_attribution(client):
    quote = quoted(speaker=published(make_person("Hu Jun")), spoken_in="zh", wording="paraphrased")
    assert copied(page_of(client, quote)) == [
        "“Words (en)”",
        "— Hu Jun, “The agreement (en)”, 17 May 2019",
        "Paraphrased · Said in: Chinese · Translated",
        f"http://testserver{address(quote)}",
    ]


def test_its_words_are_escaped(client):
    page = page_of(client, quoted(text_en="</p><script>alert(1)</script>"))
    assert "<script>alert" not in page


def json_ld(page):
    return json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_machines_read_who_said_what_and_from_which_language(client):
    speaker = published(make_organisation(**in_all("name", "Studio")))
    page = page_of(client, quoted(speaker_organisation=speaker, spoken_in="zh"))
    data = json_ld(page)
    assert data["@type"] == "Quotation"
    assert (data["text"], data["creator"]["name"]) == ("Words (en)", "Studio (en)")
    assert data["translationOfWork"]["inLanguage"] == "zh-Hans"
    assert data["isPartOf"]["url"] == "http://testserver/en/press/news/"


def test_languages_that_lack_it_are_no_alternates(client):
    quote = quoted(["en", "ru"], speaker_described_kk="A daughter")
    page = page_of(client, quote, "kk")
    assert re.findall(r'hreflang="([^"]+)" href="http', page) == ["en", "ru", "x-default"]
    assert f'rel="canonical" href="http://testserver{address(quote)}"' in page


@pytest.mark.parametrize("path", ["5d8f1c1e-6f0b-4b53-9a0e-0c1905061300/", "nothing/", "1/"])
def test_an_unknown_one_is_not_found(client, path):
    assert client.get(f"/en/press/quotes/{path}").status_code == 404


def test_one_that_its_statement_shows_no_longer_leads_there(client):
    quote = quoted()
    path = address(quote, "ru")
    quote.delete()
    publish(quote.statement, by=None)
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, "/ru/press/news/")


def test_one_of_a_withdrawn_statement_is_not_found(client):
    quote = quoted()
    withdraw(quote.statement, by=None, reason={"en": "Wrong"})
    assert client.get(address(quote)).status_code == 404


def test_a_person_s_page_shows_what_the_person_said(client):
    speaker = published(make_person())
    quote = quoted(speaker=speaker)
    page = client.get(f"/en/people/{speaker.slug}/").text
    assert "Words (en)" in page
    assert address(quote) in page


# Who speaks for somebody


def spoken_for_a_studio():
    """A quote of Hu Jun, who speaks for a studio; both have pages of their own."""
    speaker = published(make_person("Hu Jun", slug="hu-jun"))
    studio = published(make_organisation(slug="studio", **in_all("name", "Studio")))
    return quoted(speaker=speaker, speaker_organisation=studio)


def speaker_line(page):
    line = re.search(r'<p class="speaker">(.*?)</p>', page, re.DOTALL)[1]
    return " ".join(line.split())


@pytest.mark.parametrize("path", ["/en/press/news/", "/en/press/quotes/", "own"])
def test_who_speaks_for_somebody_is_named_with_them(client, path):
    own = address(spoken_for_a_studio())
    page = client.get(own if path == "own" else path).text
    person, studio = '<a href="/en/people/hu-jun/">Hu Jun</a>', "/en/organisations/studio/"
    assert speaker_line(page) == f'{person}, <a href="{studio}">Studio (en)</a>'


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "— Hu Jun, Studio (en), “The agreement (en)”"),
        ("kk", "— Hu Jun, Studio (kk), «The agreement (kk)»"),
        ("ru", "— Hu Jun, Studio (ru), «The agreement (ru)»"),
        ("zh-hans", "——Hu Jun（Studio (zh-hans)），“The agreement (zh-hans)”"),
    ],
)
def test_the_copy_says_for_whom_they_spoke(client, code, words):
    line = copied(page_of(client, spoken_for_a_studio(), code))[1]
    assert line.startswith(words)


def test_machines_read_for_whom_they_spoke(client):
    page = page_of(client, spoken_for_a_studio())
    data = json_ld(page)
    url = "http://testserver/en/organisations/studio/"
    studio = {"@type": "Organization", "name": "Studio (en)", "url": url}
    assert data["creator"]["name"] == "Hu Jun"
    assert data["creator"]["affiliation"] == studio


def test_a_quote_of_the_shape_before_is_in_the_bank_as_it_was(client):
    excerpt = Excerpt.objects.filter(uid=spoken_for_a_studio().uid, language="en").get()
    card = {key: value for key, value in excerpt.card.items() if key != "speaker_organisation"}
    Excerpt.objects.filter(pk=excerpt.pk).update(card=card)
    page = client.get("/en/press/quotes/").text
    assert speaker_line(page) == '<a href="/en/people/hu-jun/">Hu Jun</a>'
