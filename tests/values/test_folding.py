import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer_site.values.folding import folded

ALIKE = [
    ("Бақытжан Байқадамов", "бакытжан байкадамов"),
    ("ӘҒҚҢӨҰҮҺІ", "агкноуухи"),
    ("Ёлка, её", "елка, ее"),
    ("Їжак Ўладзімір Ґанок", "ижак уладзимир ганок"),
    ("Ѳеодоръ, вѣкъ", "феодоръ, векъ"),
    ("Éclair Zoë Łódź Ōe", "eclair zoe lodz oe"),
    ("IŞIK İstanbul ısı", "isik istanbul isi"),
    ("Straße STRASSE", "strasse strasse"),
    ("Ｗｉｄｅ　ﬁlm ①", "wide film 1"),
    ("Xi’an Xiʼan Xi`an Xi´an", "xi'an xi'an xi'an xi'an"),
    ("«Абай» “Abai” „Abai‟", '"абай" "abai" "abai‟'),
    ("1905—1945", "1905-1945"),
    ("冼星海", "冼星海"),
    ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
]


@pytest.mark.parametrize(("text", "expected"), ALIKE)
def test_what_people_type_for_one_word_is_one(text, expected):
    assert folded(text) == expected


@pytest.mark.parametrize("text", ["й", "Й", "и\u0306", "И\u0301\u0306"])
def test_one_letter_keeps_its_mark(text):
    assert folded(text) == "й"


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_a_word_is_found_in_its_own_text_whatever_the_case(text):
    assert folded(text.upper()) == folded(text.lower())
