"""Alphabetical order as text: keys whose binary order is a language's order of letters.

Databases sort by their own collation or by code points; both put Ә, Қ and Ё in the wrong place.
"""

import unicodedata
from bisect import bisect

from composer_site.values.folding import SPELT_OUT
from composer_site.values.normal_forms import normalised

LENGTH = 300  # as long as the column that keeps it

# Russian has no letter that Kazakh has not, so that one alphabet serves both.
CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
INSIDE_WORDS = str.maketrans("", "", "'’ʼ`´")

# GB 2312 has its common characters in the order of pinyin: where each initial begins, and the end.
# No syllable begins with i, u or v.
PINYIN = "abcdefghjklmnopqrstwxyz"
PINYIN_STARTS = [
    int(code, 16)
    for code in (  # noqa: SIM905
        "B0A1 B0C5 B2C1 B4EE B6EA B7A2 B8C1 B9FE BBF7 BFA6 C0AC C2E8 "
        "C4C3 C5B6 C5BE C6DA C8BB C8F6 CBFA CDDA CEF4 D1B9 D4D1 D7FA"
    ).split()
]

# What a key's first character says. In each language its own script stands before the other.
SPACE, NUMBER, OWN, OTHER, CHINESE, RARE = "0", "1", "a", "m", "x", "z"


def sort_key(text: str, language_code: str) -> str:
    """ASCII letters and digits, in groups of a width that their first character tells.

    Words before letters ("Ба лы" before "Балы"), digits before words, accents as if they were not
    there, ё as е but in Kazakh. In Chinese a common character stands among the Latin words of its
    initial, after them: for exact order pass the romanised name.
    """
    folded = normalised("NFC", text.casefold()).translate(INSIDE_WORDS)
    keys = "".join(_letter(letter, language_code) for letter in folded)
    return SPACE.join(keys.split())[:LENGTH]


def _letter(letter: str, language_code: str) -> str:
    """The key of one letter, a space for whatever divides words, or nothing for a mark."""
    if letter == "ё" and language_code != "kk":
        letter = "е"
    if key := _alphabetic(letter, language_code):
        return key
    base = SPELT_OUT.get(letter) or unicodedata.normalize("NFKD", letter).casefold()
    if base != letter:
        return "".join(_letter(letter, language_code) for letter in base)
    return _other(letter, language_code)


def initial(key: str, language_code: str) -> str:
    """The letter under which a list files what has this key: `Қ`, `X`, `0–9`, or `#` for the rest."""
    if key.startswith(NUMBER):
        return "0–9"
    alphabets = (LATIN, CYRILLIC) if _latin_first(language_code) else (CYRILLIC, LATIN)
    for first, letters in zip((OWN, OTHER), alphabets, strict=True):
        place = (ord(key[:1] or RARE) - ord(first)) * 26 + LATIN.find(key[1:2])
        if 0 <= place < len(letters):
            return letters[place].upper()
    return "#"


def _latin_first(language_code: str) -> bool:
    return language_code not in ("kk", "ru")


def _alphabetic(letter: str, language_code: str) -> str:
    latin_first = _latin_first(language_code)
    if letter in DIGITS:
        return NUMBER + letter
    if letter in LATIN:
        return (OWN if latin_first else OTHER) + letter
    if letter in CYRILLIC:
        tens, ones = divmod(CYRILLIC.index(letter), 26)
        first = OTHER if latin_first else OWN
        return chr(ord(first) + tens) + LATIN[ones]
    return ""


def _other(letter: str, language_code: str) -> str:
    if unicodedata.category(letter)[0] == "M":
        return ""
    if not letter.isalnum():
        return " "
    try:
        code = letter.encode("gb2312")
    except UnicodeEncodeError:
        return f"{RARE}{ord(letter):06x}"
    among_words = _pinyin_initial(code) if language_code == "zh-hans" else ""
    return f"{among_words}{CHINESE}{code.hex()}"


def _pinyin_initial(code: bytes) -> str:
    """The key of the letter with which its pinyin begins; nothing for the rare characters."""
    place = bisect(PINYIN_STARTS, int.from_bytes(code, "big"))
    return OWN + PINYIN[place - 1] if 0 < place < len(PINYIN_STARTS) else ""
