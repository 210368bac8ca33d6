"""The words documents are made of: texts that know their language, and references by uid.

A text is `{"text": …, "lang": …}`, rich text `{"html": …, "lang": …}`; `lang` is a BCP 47 tag.
A reference is `{"uid": …, "noun": …, "relation": …, "name": text}`; a picture has the noun
"picture", a PDF "file". The key stays `noun`, whatever the column is called: digests and old editions
hold it. Every app's `documents.py` builds its documents from these, and lifts older ones.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from composer_site.publishing.fields import ReadableJSONEncoder
from composer_site.values.languages import LANGUAGES, Language
from composer_site.values.richtext import clean_html

Document = dict[str, Any]
# By the code of the language.
Documents = dict[str, Document]
PICTURE, FILE = "picture", "file"
# What XML 1.0 and PostgreSQL refuse, and nobody can see; and the overrides and isolates that turn
# the text after them round, for none of our languages runs from right to left.
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u202a-\u202e\u2066-\u2069]"
)


class TranslatedRow(Protocol):
    """A row of the working copy with columns in each language."""

    main_texts: ClassVar[tuple[str, ...]]

    def language_of_source(self) -> str: ...


@dataclass(frozen=True)
class Reading:
    """Reads translatable columns in one language; that in which each row was first written stands
    in for a gap."""

    language: Language

    @classmethod
    def in_language(cls, code: str) -> "Reading":
        return cls(LANGUAGES[code])

    def source(self, row: TranslatedRow) -> Language:
        """A picture, say, has another than the film that shows it."""
        return LANGUAGES.get(row.language_of_source(), self.language)

    def text(self, row: TranslatedRow, name: str) -> Document | None:
        return self._first(row, name, "text")

    def html(self, row: TranslatedRow, name: str) -> Document | None:
        """Pages show it as it is."""
        text = self._first(row, name, "html")
        return text and {**text, "html": clean_html(text["html"])}

    def translates(self, row: TranslatedRow) -> bool:
        """Whether the title and the main texts exist in this very language."""
        return all(getattr(row, f"{name}_{self.language.suffix}") for name in row.main_texts)

    def _first(self, row: TranslatedRow, name: str, key: str) -> Document | None:
        for language in (self.language, self.source(row), *LANGUAGES.values()):
            if value := getattr(row, f"{name}_{language.suffix}"):
                return {key: value, "lang": language.tag}
        return None


def reference(content_kind: str, row: Any, relation: str, name: Document | None) -> Document:
    return {"uid": str(row.uid), "noun": content_kind, "relation": relation, "name": name}


def mappings(
    document: object, within: Callable[[Document], Any] = dict.values
) -> Iterator[Document]:
    """Every mapping in a document, however deep, in reading order; `within` is what to look into."""
    waiting: list[Any] = [document] if document else []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            value = within(value)
        waiting += [item for item in reversed(value) if isinstance(item, (dict, list))]


def references(document: object) -> Iterator[Document]:
    return (part for part in mappings(document) if "uid" in part and "noun" in part)


def words_of(document: object) -> Iterator[str]:
    """Every text of a document, for the search tokens."""
    for part in mappings(document):
        yield from (part[key] for key in ("text", "html") if isinstance(part.get(key), str))


def printable(document: object) -> Any:
    """The same document without such characters: one in a title would break a whole feed, or turn
    the headline round."""
    if isinstance(document, dict):
        return {key: printable(value) for key, value in document.items()}
    if isinstance(document, list):
        return [printable(value) for value in document]
    return UNPRINTABLE.sub("", document) if isinstance(document, str) else document


def canonical(value: object) -> str:
    return json.dumps(value, cls=ReadableJSONEncoder, sort_keys=True)


def digest(documents: dict[str, Document]) -> str:
    """What is approved, compared and recorded: SHA-256 over all languages at once."""
    return hashlib.sha256(canonical(documents).encode()).hexdigest()
