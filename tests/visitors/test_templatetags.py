"""Texts, words and addresses as templates say them."""

import pytest
from django.utils import translation

from composer_site.visitors.templatetags.texts import (
    in_language,
    languages_standing_in,
    marked,
    paragraphs,
    rich,
    say,
)
from composer_site.visitors.templatetags.words import listed, minutes

ENGLISH = {"text": "A & B", "lang": "en"}


def test_a_text_of_the_page_is_plain():
    with translation.override("en"):
        assert say({"text": "Alma-Ata", "lang": "en"}) == "Alma-Ata"


def test_a_text_of_another_language_is_escaped_and_marked():
    with translation.override("kk"):
        assert say(ENGLISH) == '<span lang="en">A &amp; B</span>'


@pytest.mark.parametrize("tag", ["ar", "ug-Arab", "kk-Arab", "fa-IR"])
def test_what_is_written_from_right_to_left_is_marked_so(tag):
    assert marked(tag) == f' lang="{tag}" dir="rtl"'


@pytest.mark.parametrize("tag", ["kk", "ug-Cyrl", "zh-Latn-pinyin", "und"])
def test_what_is_written_from_left_to_right_is_not(tag):
    assert marked(tag) == f' lang="{tag}"'


@pytest.mark.parametrize("tag", [say, paragraphs, rich, in_language])
def test_a_missing_text_is_nothing(tag):
    assert tag(None) == ""


def test_paragraphs_are_escaped_once():
    with translation.override("en"):
        html = paragraphs({"text": "<b>\n\nR & D", "lang": "en"})
    assert html == '<div class="paragraphs"><p>&lt;b&gt;</p>\n\n<p>R &amp; D</p></div>'


def test_rich_text_is_shown_as_it_was_cleaned_when_it_was_published():
    with translation.override("en"):
        html = rich({"html": "<p>Yes &amp; no</p>", "lang": "en"})
    assert html == '<div class="rich"><p>Yes &amp; no</p></div>'


def test_a_name_in_another_script_is_no_missing_translation():
    reference = {"uid": "1", "noun": "person", "name": {"text": "Hu Jun", "lang": "en"}}
    with translation.override("kk"):
        assert languages_standing_in({"speaker": reference, "names": [ENGLISH]}) == []


def test_languages_that_stand_in_are_named_once():
    with translation.override("kk"):
        assert languages_standing_in({"logline": ENGLISH, "body": [ENGLISH]}) == ["en"]


def test_minutes_are_counted():
    with translation.override("en"):
        assert [minutes(1), minutes(103)] == ["1 minute", "103 minutes"]


def test_chinese_lists_have_their_own_comma():
    with translation.override("zh-hans"):
        assert listed(["中国", "哈萨克斯坦"]) == "中国、哈萨克斯坦"
