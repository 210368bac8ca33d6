"""Nothing that is not public can be seen, on any surface, by any method, by anyone without a right.

The last tests are the harness's controls: once published, a canary is in exactly the listed places;
and with the one visibility verb broken, each surface that shows pages goes red.
"""

import pytest
import time_machine
from leaks import SAME_FOR_ALL, Walk, answer, cached, patterns, told_apart, whole
from unpublished import SECOND, T, make_site, secret_tokens

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.models import Excerpt, Page
from composer_site.publishing.windows import WindowedQuerySet

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(T - SECOND, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def site(shared_rows):
    return make_site()


@pytest.fixture
def small_pages(monkeypatch):
    """Two statements a page, so that the press room has several."""
    monkeypatch.setattr("composer_site.visitors.lists.PAGE_SIZE", 2)


@pytest.fixture
def walk(client, site, clock):
    return Walk(client, list(site.canaries.values()))


def public_candidates():
    """Parameters of addresses that name nothing secret."""
    pages = Page.objects.public(T - SECOND)
    tokens = [
        token
        for model in (Picture, Pdf)
        for token in model.objects.exclude(name__startswith="zq").values_list("token", flat=True)
    ]
    quotes = Excerpt.objects.public(T - SECOND).filter(name="quote", language="en")
    return SAME_FOR_ALL | {
        "uid": [*quotes.values_list("uid", flat=True), *SAME_FOR_ALL["uid"]],
        "slug": [*pages.values_list("slug", flat=True).distinct(), "gone", "never-was"],
        "token": [*tokens, "0" * 40],
        "content_kind": ["film", "person", "organisation", "statement", "press_office", "nothing"],
    }


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_no_public_address_gives_anything_away(walk, site, method):
    walk.everywhere(public_candidates(), [method])
    assert dict(walk.found) == {}
    assert walk.surfaces == {name for name, route in patterns() if not route.startswith("admin/")}


def test_no_link_leads_to_anything_that_is_not_public(walk, small_pages):
    paths = " ".join(walk.crawl())
    assert dict(walk.found) == {}
    assert not [c.where for c in walk.canaries for word in c.giveaways if word in paths]


def test_logs_and_caches_keep_nothing(walk, site, caplog):
    caplog.set_level("INFO")
    walk.crawl()
    kept = cached() + " ".join(f"{record.__dict__}" for record in caplog.records)
    assert "GET" in kept
    assert not [c.where for c in walk.canaries for word in c.giveaways if word in kept]


# All surfaces turn at the same instant


@pytest.mark.parametrize(
    ("beside", "is_public"), [(-SECOND, False), (0 * SECOND, True), (SECOND, True)]
)
def test_every_surface_turns_at_the_same_instant(client, clock, site, beside, is_public):
    clock.move_to(T + beside)
    canary = site.canaries["statement, scheduled"]
    picture = Picture.objects.get(token__in=canary.others)
    quotes = Excerpt.objects.filter(page__slug=canary.word, name="quote")
    detail = f"/ru/press/{canary.word}/"
    lists = ["/ru/", "/ru/press/", "/ru/press/feed/", "/sitemap-statement-1.xml"]
    lists += ["/ru/press/quotes/", "/ru/press/corrections/", "/ru/press/corrections/feed/"]
    assert [canary.word in whole(client.get(path)) for path in lists] == [is_public] * 7
    assert (client.get(detail).status_code == 200) == is_public
    pdf, quote = Pdf.objects.get(token__in=canary.others), quotes.get(language="ru", position=0)
    files = [f"/pictures/{picture.token}/{name}" for name in ("original.jpg", "64.webp")]
    files += [f"/files/{pdf.token}/{canary.word}.pdf", f"/ru/press/quotes/{quote.uid}/"]
    assert [answer(client, "GET", path)[:3] == "200" for path in files] == [is_public] * 4


# Controls of the harness itself


EVERY_PAGE = {
    "films:detail",
    "films:list",
    "films:names",
    "home",
    "office:about",
    "office:accessibility",
    "office:contacts",
    "office:imprint",
    "office:privacy",
    "office:terms",
    "organisations:detail",
    "organisations:list",
    "people:detail",
    "people:list",
    "press:corrections",
    "press:corrections_page",
    "press:detail",
    "press:quote",
    "press:quotes",
    "press:quotes_page",
    "press:room",
    "press:room_page",
}
# What a crawl finds: 405 and probes lead nowhere, and the first page of the room has one address.
SURFACES = EVERY_PAGE | {
    "choose_language",
    "films:names_csv",
    "library:file",
    "library:picture",
    "press:corrections_feed",
    "press:feed",
    "robots",
    "sitemap",
    "sitemap_section",
    "sitemap_site",
}
RELATED = {"films:detail", "organisations:detail", "people:detail"}
NEWS = {
    "home",
    "press:corrections_feed",
    "press:corrections_page",
    "press:detail",
    "press:feed",
    "press:quote",
    "press:quotes_page",
    "sitemap_section",
}
AT_T = {
    "film, scheduled": RELATED | {"films:list", "home", "sitemap_section"},
    "film, changed at T": RELATED | {"films:list", "home", "press:detail", "sitemap_section"},
    "person, scheduled": {"people:list", "people:detail", "sitemap_section"},
    "person, changed at T": {
        "people:list",
        "people:detail",
        "films:detail",
        "films:names",
        "films:names_csv",
        "press:detail",
        "press:quote",
        "press:quotes",
        "press:quotes_page",
        "sitemap_section",
    },
    "organisation, scheduled": {"organisations:detail", "organisations:list", "sitemap_section"},
    "organisation, changed at T": {
        "organisations:list",
        "organisations:detail",
        "films:detail",
        "press:detail",
        "sitemap_section",
    },
    "statement, scheduled": RELATED | NEWS | {"press:room_page"},
    "statement, changed at T": RELATED | NEWS | {"press:room", "press:quotes"},
    "press_office, changed at T": EVERY_PAGE | {"press:feed", "press:corrections_feed"},
    "withdrawal, scheduled": {"press:detail"},
}


def test_once_published_a_canary_is_in_exactly_the_listed_places(walk, small_pages, clock):
    clock.move_to(T)
    walk.crawl()
    walk.ask("/en/press/going/")
    assert dict(walk.found) == AT_T


def test_a_crawl_comes_to_every_surface(walk, small_pages):
    walk.crawl()
    assert walk.surfaces == SURFACES


def see_the_future(monkeypatch, verb):
    whole_verb = getattr(WindowedQuerySet, verb)
    later = T + 24 * 3600 * SECOND
    monkeypatch.setattr(WindowedQuerySet, verb, lambda pages, at: whole_verb(pages, later))


def test_with_the_verb_broken_every_surface_goes_red(walk, small_pages, monkeypatch):
    see_the_future(monkeypatch, "public")
    walk.crawl()
    red = set().union(*walk.found.values())
    assert red == EVERY_PAGE | {
        "press:corrections_feed",
        "films:names_csv",
        "press:feed",
        "sitemap_section",
    }


def test_with_the_verb_broken_a_secret_picture_is_served(client, clock, site, monkeypatch):
    see_the_future(monkeypatch, "public")
    tokens = list(secret_tokens(site, Picture, "film, scheduled"))
    assert told_apart(client, tokens, "GET", "/pictures/{}/64.webp") == tokens


def test_with_everything_public_all_that_was_ever_published_goes_red(walk, site, monkeypatch):
    everything = lambda pages, at: pages.filter(kind="publication")
    monkeypatch.setattr(WindowedQuerySet, "public", everything)
    walk.crawl()
    assert {where for where in AT_T if "withdrawal" not in where} <= walk.found.keys()


def test_with_old_addresses_from_the_future_a_secret_one_is_noticed(
    client, clock, site, monkeypatch
):
    see_the_future(monkeypatch, "once_public")
    slug = site.canaries["statement, changed at T"].word
    assert told_apart(client, [slug], "GET", "/en/press/{}/") == [slug]
