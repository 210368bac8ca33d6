import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer_site.values.search_tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("The Composer", "the composer"),
        ("«Композитор» — 2019", "композитор 2019"),
        ("Ёлка всё", "елка все"),
        ("Компози\u0301тор", "композитор"),
        ("йод и\u0306од", "йод йод"),
        ("Әл-Фараби Құрманғазы Үміт Іле Һэ", "ал фараби курмангазы умит иле хэ"),
        ("Їжак ўсё", "ижак усе"),
        ("Éclair Zoë Straße İstanbul", "eclair zoe strasse istanbul"),
        ("ＦＵＬＬ　ｗｉｄｔｈ ﬁlm ①", "full width film 1"),
        ("冼", "冼"),
        ("冼星海", "冼 星 海 冼星 星海"),
        ("作曲家Xian在2019年", "作 曲 家 作曲 曲家 xian 在 2019 年"),
        ("人々、カメラ", "人 々 人々 カ メ ラ カメ メラ"),
        ("a_b c.d O’Brien", "a b c d o brien"),
        ('"col:x" NEAR(a*) -b AND', "col x near a b and"),
        ("a\x00b\u202ec", "a b c"),
        ("film film", "film film"),
    ],
)
def test_tokens(text, expected):
    assert tokens(text) == expected


@given(st.text())
def test_tokens_of_tokens_are_the_same_words(text):
    once = tokens(text)
    assert set(tokens(once).split()) == set(once.split())


@given(st.text(alphabet=st.characters(max_codepoint=0x4FF)))
def test_words_with_spaces_stay_in_order(text):
    assert tokens(tokens(text)) == tokens(text)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "́" * 1_000_000, "曲" * 300_000, "é " * 300_000])
def test_long_texts_are_no_trouble(text):
    assert tokens(text).count(" ") < 700_000
