"""Numbers that catalogues give to films and people: how they look, and whether they add up."""

import re
import string
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALPHABET = string.digits + string.ascii_uppercase


@dataclass(frozen=True)
class Scheme:
    """`pasted` finds the number in what people copy; `address` is where it leads, if anywhere."""

    name: str
    shape: re.Pattern[str]
    expected: str | Promise
    pasted: re.Pattern[str]
    address: str = ""


def _scheme(
    name: str, shape: str, expected: str | Promise, pasted: str = "", address: str = ""
) -> Scheme:
    found = re.compile(pasted or f"^({shape})$", re.IGNORECASE | re.ASCII)
    return Scheme(name, re.compile(shape, re.ASCII), expected, found, address)


SCHEMES = {
    "imdb_title": _scheme(
        "IMDb",
        r"tt\d{7,10}",
        _("tt and seven digits or more, for example tt0137523"),
        r"(?:^|imdb\.com/(?:\w\w/)?title/)(tt\d{7,10})(?:[/?#]|$)",
        "https://www.imdb.com/title/{}/",
    ),
    "imdb_name": _scheme(
        "IMDb",
        r"nm\d{7,10}",
        _("nm and seven digits or more, for example nm0000338"),
        r"(?:^|imdb\.com/(?:\w\w/)?name/)(nm\d{7,10})(?:[/?#]|$)",
        "https://www.imdb.com/name/{}/",
    ),
    "tmdb": _scheme(
        "TMDb",
        r"[1-9]\d{0,9}",
        _("digits only, for example 550"),
        r"(?:^|themoviedb\.org/(?:movie|tv|person)/)([1-9]\d{0,9})(?:[-/?#]|$)",
        "https://www.themoviedb.org/movie/{}",
    ),
    "wikidata": _scheme(
        "Wikidata",
        r"Q[1-9]\d{0,11}",
        _("Q and digits, for example Q190050"),
        r"(?:^|wikidata\.org/(?:wiki|entity)/)(Q[1-9]\d{0,11})(?:[/?#]|$)",
        "https://www.wikidata.org/wiki/{}",
    ),
    "viaf": _scheme(
        "VIAF",
        r"[1-9]\d{0,21}",
        _("digits only, for example 22402363"),
        r"(?:^|viaf\.org/(?:\w\w/)?viaf/)([1-9]\d{0,21})(?:[/?#]|$)",
        "https://viaf.org/viaf/{}",
    ),
    "eidr": _scheme(
        "EIDR",
        r"10\.5240/(?:[0-9A-F]{4}-){5}[0-9A-Z]",
        _("10.5240/ and five groups of four with a check character, for example"
          " 10.5240/7791-8534-2C23-9030-8610-5"),
        r"(?:^|doi\.org/|id=|eidr:)(10\.5240/(?:[0-9A-F]{4}-){5}[0-9A-Z])(?:[/?#&]|$)",
        "https://doi.org/{}",
    ),
    "isan": _scheme(
        "ISAN",
        r"(?:[0-9A-F]{4}-){4}[0-9A-Z](?:-(?:[0-9A-F]{4}-){2}[0-9A-Z])?",
        _("four groups of four with a check character, for example 0000-0000-3A8D-0000-Z"
          " or 0000-0000-3A8D-0000-Z-0000-0000-6"),
        r"^(?:ISAN[: ]*)?((?:[0-9A-F]{4}-){4}[0-9A-Z](?:-(?:[0-9A-F]{4}-){2}[0-9A-Z])?)$",
    ),
}  # fmt: skip
UPPER_CASE = {"wikidata", "eidr", "isan"}

WRONG_SHAPE = _("“%(value)s” does not look like %(name)s: expected %(expected)s.")
WRONG_CHECK = _(
    "“%(value)s” ends a group of %(name)s in the check character %(found)s where its digits give"
    " %(expected)s: one of its characters is mistyped."
)


def normalise(kind: str, value: str) -> str:
    """The bare identifier in what was pasted, an address of its catalogue too; else the value."""
    value = value.strip()
    found = SCHEMES[kind].pasted.search(value[:300])
    if not found:
        return value
    return found[1].upper() if kind in UPPER_CASE else found[1].lower()


def identifier_name(kind: str, value: str) -> str:
    """What the catalogue is called."""
    scheme = _scheme_of(kind, value)
    return scheme.name if scheme else kind


def identifier_url(kind: str, value: str) -> str:
    """Where the catalogue shows it, or the empty string."""
    scheme = _scheme_of(kind, value)
    if not scheme or not scheme.address or not scheme.shape.fullmatch(value):
        return ""
    return scheme.address.format(value)


def _scheme_of(kind: str, value: str) -> Scheme | None:
    """`imdb` serves titles and names."""
    if kind == "imdb":
        kind = "imdb_name" if value.startswith("nm") else "imdb_title"
    return SCHEMES.get(kind)


def check_character(digits: str) -> str:
    """ISO 7064, MOD 37,36, over digits and capital letters."""
    product = 36
    for digit in digits:
        product = (product + ALPHABET.index(digit)) % 36 or 36
        product = product * 2 % 37
    return ALPHABET[(1 - product) % 36]


def _validate_shape(kind: str, value: str) -> None:
    scheme = SCHEMES[kind]
    if not scheme.shape.fullmatch(value):
        raise ValidationError(
            WRONG_SHAPE,
            code="shape",
            params={"value": value[:60], "name": scheme.name, "expected": scheme.expected},
        )


def _validate_check(kind: str, value: str, digits: str, found: str) -> None:
    expected = check_character(digits)
    if found != expected:
        name = SCHEMES[kind].name
        params = {"value": value, "name": name, "found": found, "expected": expected}
        raise ValidationError(WRONG_CHECK, code="check", params=params)


def validate_imdb_title(value: str) -> None:
    _validate_shape("imdb_title", value)


def validate_imdb_name(value: str) -> None:
    _validate_shape("imdb_name", value)


def validate_tmdb(value: str) -> None:
    _validate_shape("tmdb", value)


def validate_wikidata(value: str) -> None:
    _validate_shape("wikidata", value)


def validate_viaf(value: str) -> None:
    _validate_shape("viaf", value)


def validate_eidr(value: str) -> None:
    _validate_shape("eidr", value)
    characters = value.partition("/")[2].replace("-", "")
    _validate_check("eidr", value, characters[:-1], characters[-1])


def validate_isan(value: str) -> None:
    """Sixteen digits and their check character; with a version, eight more and one for them all."""
    _validate_shape("isan", value)
    characters = value.replace("-", "")
    _validate_check("isan", value, characters[:16], characters[16])
    if version := characters[17:]:
        _validate_check("isan", value, characters[:16] + version[:8], version[8])
