"""What a publication would say wrongly: rejected forms of names, and other dates than in the source."""

import datetime as dt

import pytest
from checking import addresses, change, checks, kinds, reject
from factories import make_person, make_picture, make_quote, make_statement

pytestmark = pytest.mark.django_db


# Rejected names


@pytest.mark.parametrize(
    ("form", "column", "text"),
    [
        ("Sinn Sing Hol", "headline_en", "On Sinn Sing Hol’s music"),
        ("Sinn Sing Hol", "headline_en", "ON SINN SING HOL"),
        ("Sinn Sing Hol", "body_en", "<p>Sinn <strong>Sing</strong> Hol</p>"),
        ("Си Си Хань", "headline_ru", "Си Си\u00a0Хань в Алма-Ате"),
        ("Си Си Хань", "standfirst_kk", "«Си Си Хань»"),
        ("冼星还", "headline_zh_hans", "作曲家冼星还在阿拉木图"),
    ],
)
def test_a_rejected_form_is_found_in_any_text(form, column, text):
    reject(form)
    statement = make_statement(**{column: text})
    [(_kind, _where, sentence, _links)] = [c for c in checks(statement) if c[0] == "Names"]
    assert sentence == f"“{form}” is a rejected form of the name Xian Xinghai. It stands in:"
    assert change(statement, f"id_{column}") in addresses(statement)


@pytest.mark.parametrize(
    ("form", "text"),
    [("Sin", "Sinn Sing Hol"), ("Сянь", "Сяньский хор"), ("Baikadam", "Baikadamov")],
)
def test_a_rejected_form_within_another_word_is_none(form, text):
    reject(form)
    assert "Names" not in kinds(make_statement(headline_en=text))


def test_a_rejected_form_may_stand_among_the_names_of_its_person():
    person = make_person("Xian Xinghai")
    reject("Sinn Sing Hol", person=person)
    assert checks(person) == []


def test_a_rejected_form_is_found_in_parts_and_pictures():
    reject("Sinn Sing Hol")
    statement = make_statement(picture=make_picture(name="Set", alt_en="Sinn Sing Hol"))
    make_quote(statement, text_ru="Sinn Sing Hol", approved_on=dt.date(2019, 5, 1))
    found = [(where, links) for kind, where, _said, links in checks(statement) if kind == "Names"]
    assert found == [
        ("Quote 1", ["Quote (Русский)"]),
        ("Picture “Set”", ["Text alternative (English)"]),
    ]


# Dates


def dated(**texts):
    columns = {f"standfirst_{suffix}": text for suffix, text in texts.items()}
    return [said for kind, _w, said, _l in checks(make_statement(**columns)) if kind == "Dates"]


SAME = {
    "en": "It opened on 17 May 2019.",
    "kk": "Ол 2019\u202fж. 17 мамырда ашылды.",
    "ru": "Он открылся 17\u00a0мая 2019\u202fг.",
    "zh_hans": "2019年5月17日开幕。",
}


def test_one_date_in_four_languages_is_one_date():
    assert dated(**SAME) == []


@pytest.mark.parametrize(
    ("suffix", "text", "other"),
    [
        ("kk", "Ол 2019\u202fж. 16 мамырда ашылды.", "16 May"),
        ("ru", "Он открылся 17 марта 2019\u202fг.", "17 March"),
        ("zh_hans", "2019年6月17日开幕。", "17 June"),
    ],
)
def test_another_day_than_in_the_source_is_said(suffix, text, other):
    assert dated(**SAME | {suffix: text}) == [f"The source says 17 May, this text {other}:"]


def test_another_year_than_in_the_source_is_said():
    said = dated(**SAME | {"ru": "Он открылся 17 мая 2018 г."})
    assert said == ["The source says 2019, this text 2018:"]


def test_a_date_that_a_translation_leaves_out_is_said():
    assert dated(**SAME | {"ru": "Он открылся."}) == [
        "The source says 17 May, 2019, this text does not:"
    ]


def test_a_date_more_in_a_translation_is_not():
    assert dated(**SAME | {"ru": "Он открылся 17 мая 2019 г., а 18 мая закрылся."}) == []


def test_one_of_two_mentions_that_became_another_date_is_said():
    twice = {suffix: f"{text} {text}" for suffix, text in SAME.items()}
    twice["kk"] = twice["kk"].replace("17 мамыр", "16 мамыр", 1)
    assert dated(**twice) == ["This text says 16 May, the source does not:"]


def test_dates_are_compared_with_the_source_whatever_its_language():
    texts = SAME | {"en": "It opened on 16 May 2019."}
    columns = {f"standfirst_{suffix}": text for suffix, text in texts.items()}
    statement = make_statement(source_language="kk", **columns)
    assert addresses(statement) == [change(statement, "id_standfirst_en")]
