"""One spelling of all that people type for one word: what search keeps, and what it is asked.

Case, width, accents and the forms of quotation marks are evened. A Cyrillic letter that not every
alphabet has becomes the one that is typed in its place: Бакытжан finds Бақытжан. й stays, because
every keyboard has it, and мой is not мои.
"""

import re

from composer_site.values.normal_forms import normalised

BREVE = "\u0306"
MARK = re.compile("(.)([\u0300-\u036f]+)", re.DOTALL)
# Latin letters that no normal form takes apart.
SPELT_OUT = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
# Each Russian letter, and those of the alphabets around it and before 1918 that are typed as it.
# (ё, ї, ў and their like lose their marks before.)
TYPED_AS = {
    "а": "ә",
    "г": "ғґҕӷ",
    "е": "єѣ",
    "ж": "җ",
    "з": "ҙ",
    "и": "іѵ",
    "к": "қҝҟҡӄ",
    "н": "ңҥӈӊ",
    "о": "өҩ",
    "с": "ҫ",
    "у": "үұ",
    "ф": "ѳ",
    "х": "һҳӽӿ",
    "ч": "ҷҹ",
    "'": "’ʼ‘`′ʻʹ",
    '"': "“”„«»″",
    "-": "‐‑–—",
}
EVEN = str.maketrans(
    SPELT_OUT | {letter: typed for typed, letters in TYPED_AS.items() for letter in letters}
)


def folded(text: str) -> str:
    """Of a folded text, it is the same text."""
    upright = text.replace("´", "'")  # NFKC makes a space of it
    lower = normalised("NFKC", normalised("NFKC", upright).casefold())
    stripped = MARK.sub(_without_accents, normalised("NFD", lower))
    return normalised("NFC", stripped).translate(EVEN)


def _without_accents(letter: re.Match[str]) -> str:
    base, marks = letter.groups()
    return "й" if base == "и" and BREVE in marks else str(base)
