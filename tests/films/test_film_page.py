"""A film's public page: its sections in their one order, each with what journalists print from it."""

import datetime as dt
import json
import re

import pytest
from factories import (
    in_all,
    make_claim,
    make_contact,
    make_credit,
    make_everything_of,
    make_film,
    make_picture,
    make_press_office,
    make_release,
    make_screening,
    make_statement,
    published,
)

from composer_site.values.languages import LANGUAGES
from films.documents import lift
from films.models import FilmClaim, Still
from films.templatetags.sections import SECTIONS

pytestmark = pytest.mark.django_db

EVERYTHING = {
    **in_all("logline", "One sentence"),
    **in_all("synopsis_short", "A short story"),
    **in_all("synopsis_long", "A long story"),
    **in_all("directors_statement", "<p>Why</p>"),
    **in_all("production_notes", "How"),
    **in_all("not_known", "Who wrote the music\nWho held the camera"),
}


def make_full_film():
    film = make_everything_of(make_film(**EVERYTHING))
    make_credit(film)
    make_release(film)
    make_claim(FilmClaim, film=film, topic="title", **in_all("says", "It is called so"))
    return film


@pytest.fixture
def full(client):
    film = published(make_full_film())
    published(make_statement(films=[film]))
    make_contact(office := make_press_office())
    published(office)
    return film


def read(client, film, code="en"):
    return client.get(f"/{code}/films/{film.slug}/").text


def headings(text):
    return re.findall(r'<h2 id="([\w-]+)"', text)


def test_a_full_page_has_every_section_in_the_one_order(client, full):
    names = [section.name for section in SECTIONS]
    assert headings(read(client, full)) == ["contents", *names]


def test_the_contents_lead_to_each_section(client, full):
    links = re.findall(r'<a href="#([\w-]+)">', read(client, full))
    assert links == [section.name for section in SECTIONS]


def test_what_is_empty_does_not_appear(client):
    film = published(make_film())
    assert headings(read(client, film)) == ["contents", "synopsis"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_part_is_said_in_the_language_of_the_page(client, full, code):
    text = read(client, full, code)
    said = (
        *("One sentence", "A short story", "A story", "A long story", "How", "A festival"),
        *("Competition", "A hall", "Best film", "Almaty", "In winter", "It starts", "A day."),
        *("Trailer", "Respectable.", "A winter night.", "They met in 1943", "In 2017"),
        *("Who held the camera", "It is called so"),
    )
    assert [words for words in said if f"{words} ({code})" not in text] == []


def test_a_title_in_another_language_is_no_missing_translation(client, full):
    assert "have not been translated" not in read(client, full)


# Times


def screening_in(client, zone, time, code):
    film = make_film()
    make_screening(film, starts_at=time, zone=zone)
    return read(client, published(film), code)


SCREENED = dt.datetime(2019, 4, 13, 11, 30, tzinfo=dt.UTC)


def times(text):
    return re.findall(r'<time datetime="2019-04-13T11:30:00\+00:00">([^<]+)</time>', text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["13 April 2019, 19:30 (Beijing, UTC+8)"]),
        ("zh-hans", ["2019年4月13日 19:30（北京，UTC+8）"]),
        (
            "ru",
            [
                "13 апреля 2019\u202fг., 19:30 (Пекин, UTC+8)",
                "13 апреля 2019\u202fг., 17:30 (Алматы, UTC+6)",
            ],
        ),
    ],
)
def test_an_hour_is_that_of_its_city_and_of_the_reader(client, code, expected):
    assert times(screening_in(client, "Asia/Shanghai", SCREENED, code)) == expected


# What sources say


def test_both_versions_of_what_is_disputed_stand_with_their_sources(client):
    film = make_film()
    make_claim(FilmClaim, film=film, outlet="First", link="https://first.example/a")
    make_claim(FilmClaim, film=film, outlet="Second", **in_all("says", "They met in 1941"))
    text = read(client, published(film))
    said = re.findall(
        r'class="(?:source-status source-status-(\w+)|version-says|outlet)"[^>]*>([^<]+)<', text
    )
    assert said == [
        ("disputed", "Disputed"),
        ("", "They met in 1943 (en)"),
        ("", "First"),
        ("", "They met in 1941 (en)"),
        ("", "Second"),
    ]


def test_what_is_disputed_stands_first_and_open_and_the_rest_is_folded(client):
    film = make_film()
    make_claim(FilmClaim, film=film, topic="title", **in_all("says", "It is called so"))
    make_claim(FilmClaim, film=film, outlet="First")
    make_claim(FilmClaim, film=film, outlet="Second", **in_all("says", "They met in 1941"))
    text = read(client, published(film))
    folds = text.index('<details class="topic">')
    assert text.index("They met in 1941 (en)") < folds < text.index("It is called so (en)")


def test_what_the_film_shows_stands_once_beside_the_records(client, full):
    assert read(client, full).count("They met in 1943 (en)") == 1


def test_a_place_links_to_a_map_and_loads_none_of_it(client, full):
    text = read(client, full)
    address = (
        "https://www.openstreetmap.org/?mlat=43.25654&amp;mlon=76.92848#map=12/43.25654/76.92848"
    )
    assert f'<a href="{address}" rel="external">' in text
    assert not re.search(r'src(?:set)?="(?:https?:)?//', text)


def test_round_degrees_are_written_out(client):
    film = make_film()
    film.locations.create(latitude="50", longitude="-100.50", **in_all("place", "Winnipeg"))
    assert 'rel="external">50, -100.5</a>' in read(client, published(film))


def test_round_degrees_of_old_editions_are_written_out():
    stored = {"schema": 2, "locations": [{"latitude": "5E+1", "longitude": "0"}]}
    assert lift(stored)["locations"] == [{"latitude": "50", "longitude": "0"}]


# Pictures


def test_sixty_stills_wait_until_they_are_scrolled_to_and_keep_their_place(client):
    film = make_film()
    for number in range(60):
        Still.objects.create(film=film, picture=make_picture(), position=number)
    text = read(client, published(film))
    stills = re.findall(r"<img[^>]*>", text)
    assert len(stills) == 60
    assert all('width="64" ' in " ".join(s.split()) and 'loading="lazy"' in s for s in stills)


def test_what_all_stills_say_of_their_makers_is_said_once(client):
    film = make_film()
    for position in range(3):
        Still.objects.create(film=film, picture=make_picture(), position=position)
    assert read(client, published(film)).count("Us (en)") == 1


def test_stills_of_several_makers_each_name_their_own(client):
    film = make_film()
    for maker in ("Us", "Us", "Them"):
        Still.objects.create(film=film, picture=make_picture(**in_all("credit", maker)))
    text = read(client, published(film))
    assert (text.count("Us (en)"), text.count("Them (en)")) == (2, 1)


def test_a_still_whose_licence_has_ended_is_gone_and_so_is_its_section(client):
    film = make_film()
    ended = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    Still.objects.create(film=film, picture=make_picture(usable_until=ended))
    text = read(client, published(film))
    assert headings(text) == ["contents", "synopsis"]
    assert "/pictures/" not in text


def test_a_trailer_names_its_hosts_and_embeds_nothing(client, full):
    text = read(client, full)
    assert re.findall(r"Watch at (\S+)", text) == ["video.example", "other.example"]
    assert not re.search("<(iframe|video|embed|object)", text)


# Machines


def movie(client, film):
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', read(client, film))
    return json.loads(scripts[0])


def test_machines_read_who_plays_whom_and_when_it_was_released(client, full):
    data = movie(client, full)
    assert data["releasedEvent"] == [
        {
            "@type": "PublicationEvent",
            "startDate": "2019-05-17",
            "location": {"@type": "Country", "name": "China"},
        }
    ]
    assert data["award"] == ["A festival (en): Best film (en)"]
    assert data["trailer"][0]["url"] == "https://video.example/1"
    assert data["trailer"][0]["thumbnailUrl"].startswith("http://testserver/pictures/")


@pytest.mark.parametrize("date", ["2019-06~", "2018-41", "[2018,2019]"])
def test_machines_read_no_date_that_is_uncertain(client, date):
    film = make_film()
    make_release(film, date=date)
    assert movie(client, published(film)).keys().isdisjoint({"datePublished", "releasedEvent"})
