import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer_site.languages import LANGUAGES
from composer_site.sorting import LENGTH, sort_key

KAZAKH = list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
RUSSIAN = list("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def in_order(words, code):
    mixed = random.Random(5).sample(words, len(words))
    return sorted(mixed, key=lambda word: sort_key(word, code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kk", KAZAKH),
        ("kk", [letter.upper() for letter in KAZAKH]),
        ("ru", RUSSIAN),
        ("en", list("abcdefghijklmnopqrstuvwxyz")),
        (
            "kk",
            ["1943", "2019", "Абай", "Әуезов", "Байқадамов", "Құрманғазы", "Қыз Жібек", "Ләззат"],
        ),
        ("kk", ["Ол", "Өлең", "Тамыз", "Ұлы", "Үміт", "Һэ", "Шың", "Ыстық", "Іле", "Эхо", "Hans"]),
        ("ru", ["7 дней", "Ежов", "Ёлка", "Ель", "Йод", "Композитор", "Қобыз", "Лето", "Zebra"]),
        ("ru", ["«Абай»", "Байкадамов", "Баю", "бая"]),
        ("en", ["8½", "Ábel", "Ache", "Aether", "Æther 2", "Éclair", "Ełk", "Zoë", "Żuk", "Абай"]),
        ("en", ["O Brother", "O’Brien", "OBrien 2"]),
        ("en", ["The Composer", "The Composer 2", "Theatre"]),
        ("zh-hans", ["Almaty", "阿拉木图", "北京", "哈萨克斯坦", "中国", "作曲家", "冼星海"]),
    ],
)
def test_alphabetical_order(code, words):
    assert in_order(words, code) == words


def test_in_russian_yo_is_ye_and_in_kazakh_a_letter():
    assert sort_key("Ёлка", "ru") == sort_key("елка", "ru")
    assert sort_key("ё", "kk") > sort_key("е", "kk")


@pytest.mark.parametrize("code", LANGUAGES)
def test_case_marks_and_composition_make_no_difference(code):
    assert sort_key("  «ЙО\u0301Д», é ", code) == sort_key("и\u0306од e\u0301", code)


@pytest.mark.parametrize("code", ["kk", "en"])
def test_every_character_has_a_key(code):
    for number in range(0x30000):
        assert re.fullmatch("[0-9a-z]*", sort_key(chr(number), code))


@given(st.text(), st.text(), st.sampled_from(list(LANGUAGES)))
def test_keys_are_short_ascii_and_keep_the_order_of_a_prefix(text, more, code):
    key = sort_key(text, code)
    assert re.fullmatch(f"[0-9a-z]{{0,{LENGTH}}}", key)
    assert key <= sort_key(f"{text} {more}", code)


def test_a_long_title_is_cut():
    assert len(sort_key("Қ" * 10_000, "kk")) == LENGTH
