"""Words as the search index keeps them and as queries are asked: the same function for both."""

import re

from composer_site.values.folding import folded

# Ideographs with their signs for repetition and zero, and kana: scripts that write without spaces.
CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
RUN = re.compile(f"([{CJK}]+)|[^\\W_{CJK}]+")


def tokens(text: str) -> str:
    """Space-separated, folded words; each Chinese character and each pair.

    й stays itself, so an index must not strip marks a second time (FTS5: `tokenize = "unicode61
    remove_diacritics 0"`). Words keep their repetitions for ranking.
    """
    found = RUN.finditer(folded(text))
    return " ".join(word for run in found for word in _words(run))


def _words(run: re.Match[str]) -> list[str]:
    characters = run[1]
    if not characters:
        return [run[0]]
    pairs = [characters[i : i + 2] for i in range(len(characters) - 1)]
    return [*characters, *pairs]
