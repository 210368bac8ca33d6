"""Alphabetical order as text: keys whose binary order is a language's order of letters.

Databases sort by their own collation or by code points; both put Ә, Қ and Ё in the wrong place.
"""

import unicodedata

LENGTH = 300  # as long as the column that keeps it

# Russian has no letter that Kazakh has not, so that one alphabet serves both.
CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
SPELT_OUT = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
INSIDE_WORDS = str.maketrans("", "", "'’ʼ`´")

# What a key's first character says. In each language its own script stands before the other.
SPACE, NUMBER, OWN, OTHER, CHINESE, RARE = "0", "1", "a", "m", "x", "z"


def sort_key(text: str, language_code: str) -> str:
    """ASCII letters and digits, in groups of a width that their first character tells.

    Words before letters ("Ба лы" before "Балы"), digits before words, accents as if they were not
    there, ё as е but in Kazakh. Chinese sorts by GB 2312, whose common characters stand in the
    order of pinyin: for exact order pass the romanised name.
    """
    folded = unicodedata.normalize("NFC", text.casefold()).translate(INSIDE_WORDS)
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
        return "".join(_letter(one, language_code) for one in base)
    return _other(letter)


def _alphabetic(letter: str, language_code: str) -> str:
    latin_first = language_code not in ("kk", "ru")
    if letter in DIGITS:
        return NUMBER + letter
    if letter in LATIN:
        return (OWN if latin_first else OTHER) + letter
    if letter in CYRILLIC:
        tens, ones = divmod(CYRILLIC.index(letter), 26)
        first = OTHER if latin_first else OWN
        return chr(ord(first) + tens) + LATIN[ones]
    return ""


def _other(letter: str) -> str:
    if unicodedata.category(letter)[0] == "M":
        return ""
    if not letter.isalnum():
        return " "
    try:
        return CHINESE + letter.encode("gb2312").hex()
    except UnicodeEncodeError:
        return f"{RARE}{ord(letter):06x}"
