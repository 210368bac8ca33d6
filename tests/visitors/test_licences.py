"""What may be done with a picture acts at the instant of reading: its original is for the press alone
where the press may print it."""

import json
import re

import pytest
from factories import make_film, make_picture, make_user, published

from composer_site.library.models import Picture
from films.models import Still, Trailer

pytestmark = pytest.mark.django_db


def film_showing(rights, **columns):
    """A published film whose pictures are all the one, 3000 × 2000 pixels large."""
    picture = make_picture((3000, 2000), rights=rights)
    film = make_film(slug="film", poster=picture, hero=picture)
    Still.objects.create(film=film, picture=picture)
    Trailer.objects.create(film=film, title_en="T", links="https://video.example/", picture=picture)
    published(film)
    return picture


def read(client):
    return client.get("/en/films/film/").text


def status(client, picture, name):
    response = client.get(f"/pictures/{picture.token}/{name}")
    response.getvalue()
    return response.status_code


RIGHTS = [("licensed", False), ("own", True), ("press", True), ("public-domain", True)]


@pytest.mark.parametrize(("rights", "for_press"), RIGHTS)
def test_the_original_is_handed_on_where_the_press_may_print_it(client, rights, for_press):
    picture = film_showing(rights)
    assert status(client, picture, "original.jpg") == (200 if for_press else 404)
    assert status(client, picture, "1920.webp") == 200


@pytest.mark.parametrize(("rights", "for_press"), RIGHTS)
def test_a_still_leads_to_an_original_that_is_handed_on(client, rights, for_press):
    picture = film_showing(rights)
    page = read(client)
    assert (f'<a href="/pictures/{picture.token}/original.jpg">' in page) == for_press
    assert ("Original: 3000 × 2000" in page) == for_press


def test_no_machine_is_told_of_an_original_that_is_not(client):
    page = film_showing("licensed"), read(client)
    assert "original.jpg" not in page[1]


def test_a_social_card_has_the_widest_size_of_a_page_instead(client):
    picture = film_showing("licensed")
    card = dict(re.findall(r'"og:image(:?\w*)" content="([^"]*)"', read(client)))
    url = f"http://testserver/pictures/{picture.token}/1920.webp"
    assert card == {"": url, ":width": "1920", ":height": "1280", ":alt": "A picture (en)"}


def test_structured_data_has_the_widest_size_of_a_page_instead(client):
    picture = film_showing("licensed")
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", read(client))[1])
    url = f"http://testserver/pictures/{picture.token}/1920.webp"
    assert (data["image"], data["trailer"][0]["thumbnailUrl"]) == (url, url)


def test_rights_act_without_a_new_publication(client):
    picture = film_showing("press")
    Picture.objects.update(rights="licensed")
    assert status(client, picture, "original.jpg") == 404
    assert "original.jpg" not in read(client)


def test_a_preview_offers_no_more_than_visitors_will_have(client):
    client.force_login(make_user("editors"))
    film_showing("licensed")
    film = Still.objects.get().film
    preview = client.get(f"/admin/films/film/{film.pk}/saved/en/")
    assert preview.status_code == 200
    assert "original.jpg" not in preview.text
