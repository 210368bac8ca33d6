"""Unicode's normal forms, in a time that grows with the text."""

import re
import unicodedata
from typing import Literal

# Python sorts the marks on one letter by insertion: 50,000 of them take four seconds. No language
# has more than 30 (UAX #15, "stream-safe text"); a joiner nobody sees divides what is beyond.
MOST_MARKS = 30
JOINER = "\u034f"
LONG_RUN = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")


def normalised(form: Literal["NFC", "NFD", "NFKC"], text: str) -> str:
    return unicodedata.normalize(form, LONG_RUN.sub(_divided, text))


def _divided(run: re.Match[str]) -> str:
    written, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            written.append(JOINER)
            marks = 1
        written.append(character)
    return "".join(written)
