"""The demonstration's texts: whole in four languages, true to the report, set as each language is."""

import hashlib
import json
import re
from collections import Counter

import pytest
from django.utils import timezone
from report_facts import FACTS
from small_demo import load_small_demo

from composer_site import demo
from composer_site.library import imaging
from composer_site.publishing.models import Page
from composer_site.values.richtext import plain_text

SUFFIXES = ("en", "kk", "ru", "zh_hans")
ROWS = [row for path in demo.fixtures() for row in json.loads(path.read_text())]
HAN = "[\u4e00-\u9fff]"
# In Latin letters in the other languages too: outlets, titles, standards, Roman numbers, and names
# that no source prints otherwise.
LATIN = """
Azattyq China Daily Global Times Prostor Variety baike.com chinesefilms.cn cri.cn massaget.kz
silkroadnews sino-cinema zakon.kz Kazakhstan and China Joint film projects The Composer
AA BY CC Creative Commons Attribution EIDR IMDb ISAN WCAG Wikidata Cookie cookie composer site
VIII IX XVIII XXII Shinework Pictures Alma-Ata Xian Xinghai Sinn Sing Hoi Hsien Hsing-hai
Bakhytzhan Baikadamov Bakhitzhan Baykadamov Xirzat Yahup Sherzat Yahuf Xierzati Yahefu
Iris Wang Daljit DJ Parmar Madi Zhakypov Yao Chunguang Zarina Kissikova Altnay Nogerbek Jue Xue
Ling Guo Aruzhan Jazilbekova Dilnaz Nurseit Bakhyt Kairbekov Serik Zhubandykov Sabit Kurmanbekov
Baldyrgan Baikadamova Alua Baikadam Karaldin Danabike Kalamkas Shaken Aimanov
"""
# The statement on how names are written, and its correction.
ON_SPELLINGS = ("press.statement names-of-xian-xinghai", "press.correction 1")
PUBLIC_NAMES = [
    row["fields"]
    for row in ROWS
    if row["model"] == "people.personname" and row["fields"]["person"][0] not in demo.NAMED_ONLY
]


def texts(suffix):
    """(where, text) of every text in that language, without tags."""
    for row in ROWS:
        key = row["fields"].get("slug") or row["fields"].get("name") or row.get("pk")
        for name, value in row["fields"].items():
            if name.endswith(f"_{suffix}") and value:
                yield f"{row['model']} {key} {name}", re.sub("<[^>]*>", " ", value)


def wrong(suffix, pattern):
    found = ((where, re.search(pattern, text)) for where, text in texts(suffix))
    return [f"{where}: {match[0]}" for where, match in found if match]


def fields(model, **wanted):
    return [
        row["fields"]
        for row in ROWS
        if row["model"] == model and wanted.items() <= row["fields"].items()
    ]


def statement_text(suffix):
    statement = fields("press.statement", slug="joint-film-announced")[0]
    quotes = fields("press.quote", statement=["joint-film-announced"])
    names = ("headline", "standfirst", "body", "notes")
    parts = [statement[f"{name}_{suffix}"] for name in names]
    return plain_text(" ".join([*parts, *(quote[f"text_{suffix}"] for quote in quotes)]))


@pytest.mark.parametrize("suffix", ["en", "kk", "ru", "zh_hans"])
def test_the_count_of_participants_is_the_producers_own_in_the_same_words(suffix):
    claims = fields("films.filmclaim", topic="participants")
    statement = fields("press.statement", slug="release-in-china")[0]
    (said,) = {claim[f"says_{suffix}"] for claim in claims}
    assert said in statement[f"body_{suffix}"]
    producers = {"en": "producers", "kk": "Продюсер", "ru": "продюсер", "zh_hans": "制片方"}
    assert producers[suffix] in claims[0][f"heading_{suffix}"]


def test_no_text_lacks_one_of_the_four_languages():
    columns = [name[:-3] for row in ROWS for name in row["fields"] if name.endswith("_en")]
    gaps = [
        (row["fields"].get("slug"), name)
        for row in ROWS
        for name in set(columns) & {key[:-3] for key in row["fields"]}
        if len({bool(row["fields"][f"{name}_{suffix}"]) for suffix in SUFFIXES}) > 1
    ]
    assert gaps == []


def test_everybody_with_a_page_has_one_name_for_each_language():
    preferred = Counter(
        (name["person"][0], code) for name in PUBLIC_NAMES for code in name["preferred_for"]
    )
    slugs = {name["person"][0] for name in PUBLIC_NAMES}
    assert preferred == {
        (slug, code): 1 for slug in slugs for code in ("en", "kk", "ru", "zh-hans")
    }


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("fact", FACTS)
def test_the_statement_says_what_the_report_said(fact, suffix):
    text = statement_text(suffix)
    assert [words for words in FACTS[fact][suffix] if words not in text] == []


def test_the_four_quotes_are_paraphrased_and_their_speakers_described():
    quotes = fields("press.quote", statement=["joint-film-announced"])
    assert [(quote["wording"], quote["speaker"]) for quote in quotes] == [("paraphrased", None)] * 4
    assert all(quote["speaker_described_en"] for quote in quotes)


def test_kazakh_names_are_written_in_kazakh_letters():
    names = [
        name["value"]
        for name in PUBLIC_NAMES
        if name["tag"] == "kk" or "kk" in name["preferred_for"]
    ]
    assert [name for name in names if re.search("[A-Za-z]", name)] == []


def test_kazakh_and_russian_texts_hold_no_latin_form_of_a_name_that_has_their_letters():
    mine = {name["person"][0] for name in PUBLIC_NAMES if name["tag"] in ("kk", "ru")}
    latin = [
        name["value"]
        for name in PUBLIC_NAMES
        if name["person"][0] in mine - {"xirzat-yahup"}
        and name["tag"].startswith(("en", "zh-Latn"))
    ]
    pattern = "|".join(map(re.escape, latin))
    found = wrong("kk", pattern) + wrong("ru", pattern)
    assert [where for where in found if not where.startswith(ON_SPELLINGS)] == []


@pytest.mark.parametrize("suffix", ["kk", "ru", "zh_hans"])
def test_no_english_stands_in_another_language(suffix):
    found = [re.sub(r"&\w+;|\[quote \d\]", " ", text) for _where, text in texts(suffix)]
    words = {word for text in found for word in re.findall("[A-Za-z][A-Za-z.-]*[A-Za-z]", text)}
    assert words - set(LATIN.split()) == set()


@pytest.mark.parametrize(
    ("suffix", "pattern"),
    [
        ("en", "[«»„\"']"),
        ("kk", "[“”„\"']"),
        ("ru", "[“”„\"']"),
        ("zh_hans", "[«»„\"']"),
    ],
)
def test_each_language_has_its_own_quotation_marks(suffix, pattern):
    assert wrong(suffix, pattern) == []


@pytest.mark.parametrize(
    ("suffix", "opening", "closing"),
    [("en", "“", "”"), ("kk", "«", "»"), ("ru", "«", "»"), ("zh_hans", "《", "》")],
)
def test_quotation_marks_come_in_pairs(suffix, opening, closing):
    uneven = [where for where, text in texts(suffix) if text.count(opening) != text.count(closing)]
    assert uneven == []


def test_chinese_texts_have_chinese_punctuation_and_no_spaces_between_characters():
    assert wrong("zh_hans", f"{HAN}[,;:!?()]|[,;!?()]{HAN}|{HAN} +{HAN}") == []


@pytest.mark.parametrize("suffix", ["kk", "ru"])
def test_a_dash_never_begins_a_line(suffix):
    assert wrong(suffix, "(?<=[^>\u00a0 ]) —") == []


def test_a_number_stays_with_its_word_in_russian():
    assert wrong("ru", r"\d (?:января|мая|июня|апреля|октября|ноября|года|минут)") == []


def test_every_picture_has_its_illustration():
    for picture in fields("library.picture"):
        with (demo.ILLUSTRATIONS / f"{picture['name']}.jpg").open("rb") as file:
            assert min(imaging.decode(file).size) >= 1000


def test_everybody_with_a_page_has_a_portrait_of_their_own():
    people = [p for p in fields("people.person") if p["slug"] not in demo.NAMED_ONLY]
    portraits = {tuple(person["portrait"]) for person in people if person["portrait"]}
    assert len(portraits) == len(people) == 14


def test_the_fixture_knows_each_fact_sheet_as_it_was_set():
    sheets = {sheet["name"]: sheet["digest"] for sheet in fields("library.pdf")}
    files = {path.stem: path.read_bytes() for path in demo.FACT_SHEETS.glob("*.pdf")}
    assert sheets == {name: hashlib.sha256(file).hexdigest() for name, file in files.items()}
    assert len(files) == 4


def test_pictures_are_never_passed_off_as_stills():
    credits = {picture["credit_en"] for picture in fields("library.picture")}
    assert credits == {"Illustration for the demonstration; not a still of the film"}


def test_the_disputed_release_in_kazakhstan_names_who_says_what():
    release = fields("films.release", territory="KZ")[0]
    assert release["date"] == "2019-06"
    sources = ("zakon.kz", "massaget.kz")
    notes = [release[f"note_{suffix}"] for suffix in SUFFIXES]
    assert all(source in note for source in sources for note in notes)


def test_what_no_source_says_is_left_empty():
    film = fields("films.film")[0]
    unknown = ("sound", "shooting_format", "imdb", "tmdb", "wikidata", "eidr", "isan")
    assert [film[name] for name in unknown] == [""] * len(unknown)
    assert (film["spoken_languages"], film["tagline_en"]) == ([], "")


def test_addresses_of_the_contacts_lead_nowhere():
    assert all(row["email"].endswith("@example.com") for row in fields("press.contact"))


@pytest.mark.django_db
def test_a_rejected_form_of_a_name_is_on_no_public_page(tmp_path):
    load_small_demo(tmp_path)
    rejected = [name["value"] for name in PUBLIC_NAMES if name["kind"] == "rejected"]
    pages = Page.objects.public(timezone.now())
    for page in pages:
        page.document.pop("rejected_names", None)  # which the names sheet alone shows
    shown = " ".join(json.dumps([p.title, p.card, p.document], ensure_ascii=False) for p in pages)
    assert (len(rejected), [value for value in rejected if value in shown]) == (2, [])
