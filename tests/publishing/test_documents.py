"""A text that a page lacks is stood in for by the language in which the text was first written."""

import pytest
from factories import in_all, make_film, make_organisation, make_picture, make_statement

from composer_site.publishing.publish import build

pytestmark = pytest.mark.django_db
TRANSLATED = {"languages": ["ru", "zh-hans"], "source_language": "zh-hans"}


def test_the_words_of_a_picture_stand_in_in_the_language_of_the_picture():
    words = {f"{name}_{suffix}": "" for name in ("alt", "credit") for suffix in ("en", "kk")}
    picture = make_picture(source_language="zh-hans", **words)
    film = make_film(source_language="ru", poster=picture)
    assert build(film)["en"]["poster"]["alt"]["lang"] == "zh-Hans"


def test_the_name_of_an_organisation_stands_in_in_the_language_of_the_organisation():
    statement = make_statement(source_language="ru")
    statement.issuers.set([make_organisation(**TRANSLATED)])
    assert build(statement)["en"]["issuers"][0]["name"]["lang"] == "zh-Hans"


def test_the_text_of_a_part_stands_in_in_the_language_of_its_whole():
    film = make_film(source_language="zh-hans")
    film.milestones.create(date="2019", **in_all("headline", "Premiere", ["ru", "zh-hans"]))
    assert build(film)["en"]["milestones"][0]["headline"]["lang"] == "zh-Hans"


def test_a_page_stands_though_the_source_language_of_its_picture_is_none():
    picture = make_picture()
    type(picture).objects.update(source_language="tlh", alt_en="")
    film = make_film(poster=type(picture).objects.get())
    assert build(film)["en"]["poster"]["alt"]["lang"] == "kk"
