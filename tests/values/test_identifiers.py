import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from composer_site.values.identifiers import (
    ALPHABET,
    SCHEMES,
    check_character,
    identifier_url,
    normalise,
    validate_eidr,
    validate_imdb_name,
    validate_imdb_title,
    validate_isan,
    validate_tmdb,
    validate_viaf,
    validate_wikidata,
)

VALIDATORS = {
    "imdb_title": validate_imdb_title,
    "imdb_name": validate_imdb_name,
    "tmdb": validate_tmdb,
    "wikidata": validate_wikidata,
    "viaf": validate_viaf,
    "eidr": validate_eidr,
    "isan": validate_isan,
}
PUBLISHED = [
    ("imdb_title", "tt0137523"),
    ("imdb_title", "tt15398776"),
    ("imdb_name", "nm0000338"),
    ("tmdb", "550"),
    ("wikidata", "Q190050"),
    ("viaf", "22402363"),
    ("viaf", "3145945944273859900009"),
    ("eidr", "10.5240/7791-8534-2C23-9030-8610-5"),
    ("eidr", "10.5240/07A9-90F4-F212-704C-0523-9"),
    ("isan", "0000-0000-3A8D-0000-Z"),
    ("isan", "0000-0000-3A8D-0000-Z-0000-0000-6"),
    ("isan", "0000-0000-C36D-002B-K-0000-0000-E"),
    ("isan", "0000-0000-606A-0000-0-0000-0000-3"),
    ("isan", "0000-0000-14A9-0000-K-0000-0002-A"),
]


def refusal(kind, value):
    """The error, or None where the value passes."""
    try:
        VALIDATORS[kind](value)
    except ValidationError as error:
        return error
    return None


@pytest.mark.parametrize(("kind", "value"), PUBLISHED)
def test_published_identifiers_pass(kind, value):
    assert refusal(kind, value) is None


@pytest.mark.parametrize("kind", SCHEMES)
@pytest.mark.parametrize(
    "value",
    ["x", "tt123", "0", "-5", "Q0", "٥٥٠", "550\n", "tt0137523 ", "javascript:alert(1)", "9" * 99],
)
def test_other_shapes_are_refused_with_an_example(kind, value):
    error = refusal(kind, value)
    assert error.code == "shape"
    assert "for example" in error.messages[0]
    assert len(error.messages[0]) < 260


def test_the_sentence_about_a_shape():
    (sentence,) = refusal("imdb_title", "nm0000338").messages
    assert sentence == (
        "“nm0000338” does not look like IMDb: expected tt and seven digits or more,"
        " for example tt0137523."
    )


@pytest.mark.parametrize(
    ("kind", "value", "found", "expected"),
    [
        ("eidr", "10.5240/7791-8534-2C23-9030-8610-4", "4", "5"),
        ("eidr", "10.5240/7791-8534-2C23-9030-8601-5", "5", "7"),
        ("isan", "0000-0000-3A8D-0000-0", "0", "Z"),
        ("isan", "0000-0000-3A8D-0000-Z-0000-0000-7", "7", "6"),
    ],
)
def test_a_mistyped_character_is_told_from_a_wrong_shape(kind, value, found, expected):
    error = refusal(kind, value)
    assert error.code == "check"
    assert error.params["found"] == found
    assert error.params["expected"] == expected


@given(
    st.text(alphabet="0123456789ABCDEF", min_size=20, max_size=20), st.integers(0, 19), st.data()
)
def test_one_changed_digit_is_always_found(digits, place, data):
    other = data.draw(st.sampled_from([digit for digit in ALPHABET if digit != digits[place]]))
    changed = digits[:place] + other + digits[place + 1 :]
    assert check_character(changed) != check_character(digits)


@pytest.mark.parametrize(
    ("kind", "pasted", "bare"),
    [
        ("imdb_title", " https://www.imdb.com/title/tt0137523/?ref_=fn_al ", "tt0137523"),
        ("imdb_title", "https://m.imdb.com/de/title/TT0137523", "tt0137523"),
        ("imdb_name", "https://www.imdb.com/name/nm0000338/bio", "nm0000338"),
        ("imdb_title", "https://imdb.com/name/nm0000338/", "https://imdb.com/name/nm0000338/"),
        ("tmdb", "https://www.themoviedb.org/movie/550-fight-club?language=ru", "550"),
        ("wikidata", "https://www.wikidata.org/wiki/Q190050#P31", "Q190050"),
        ("wikidata", "http://www.wikidata.org/entity/q190050", "Q190050"),
        ("viaf", "https://viaf.org/en/viaf/22402363", "22402363"),
        ("viaf", "https://viaf.org/viaf/22402363/#Tolkien", "22402363"),
        ("eidr", "https://doi.org/10.5240/7791-8534-2c23-9030-8610-5", PUBLISHED[7][1]),
        ("eidr", "https://ui.eidr.org/view/content?id=" + PUBLISHED[7][1], PUBLISHED[7][1]),
        ("isan", "ISAN 0000-0000-3a8d-0000-z", "0000-0000-3A8D-0000-Z"),
        ("tmdb", "not a number", "not a number"),
        ("tmdb", "550 550", "550 550"),
        ("viaf", "", ""),
    ],
)  # fmt: skip
def test_pasted_addresses_become_identifiers(kind, pasted, bare):
    assert normalise(kind, pasted) == bare


@pytest.mark.parametrize("kind", SCHEMES)
def test_a_huge_paste_is_left_as_it_is(kind):
    assert normalise(kind, "x" * 1_000_000) == "x" * 1_000_000


@pytest.mark.parametrize(
    ("kind", "value", "url"),
    [
        ("imdb", "tt0137523", "https://www.imdb.com/title/tt0137523/"),
        ("imdb", "nm0000338", "https://www.imdb.com/name/nm0000338/"),
        ("tmdb", "550", "https://www.themoviedb.org/movie/550"),
        ("wikidata", "Q190050", "https://www.wikidata.org/wiki/Q190050"),
        ("viaf", "22402363", "https://viaf.org/viaf/22402363"),
        ("eidr", PUBLISHED[7][1], "https://doi.org/10.5240/7791-8534-2C23-9030-8610-5"),
        ("isan", "0000-0000-3A8D-0000-Z", ""),
        ("imdb", "tt1/../../evil", ""),
        ("wikidata", '"onload="', ""),
        ("passport", "N123", ""),
    ],
)
def test_identifier_url(kind, value, url):
    assert identifier_url(kind, value) == url


@pytest.mark.parametrize(("kind", "value"), PUBLISHED)
def test_what_an_address_shows_can_be_pasted_back(kind, value):
    assert normalise(kind, identifier_url(kind, value) or value) == value
