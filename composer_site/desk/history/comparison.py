"""What differs between two editions, or an edition and the working copy, in each language."""

from dataclasses import dataclass

from composer_site.desk.differences import Change, differences
from composer_site.desk.document_fields import facts
from composer_site.publishing.documents import Document, Documents
from composer_site.values.languages import LANGUAGES, Language


@dataclass(frozen=True)
class LanguageChanges:
    language: Language
    changes: list[Change]


@dataclass(frozen=True)
class Comparison:
    """`shared` changes are the same in every language: a year, a picture, an order."""

    shared: list[Change]
    languages: list[LanguageChanges]

    def __bool__(self) -> bool:
        return self.count() > 0

    def count(self) -> int:
        return len(self.shared) + sum(len(part.changes) for part in self.languages)


def compare(content_kind: str, old: Documents | None, new: Documents | None) -> Comparison:
    """Two editions' documents by language code, or an edition's and the working copy's."""
    each = {code: changes(content_kind, code, _of(old, code), _of(new, code)) for code in LANGUAGES}
    shared = [change for change in each["en"] if all(change in each[code] for code in each)]
    return Comparison(
        shared,
        [
            LanguageChanges(language, [change for change in each[code] if change not in shared])
            for code, language in LANGUAGES.items()
        ],
    )


def _of(documents: Documents | None, code: str) -> Document | None:
    return documents.get(code) if documents else None


def changes(
    content_kind: str, code: str, old_document: Document | None, new_document: Document | None
) -> list[Change]:
    """In the order of the page. Without an old document, all of it is new."""
    return differences(
        facts(content_kind, code, old_document), facts(content_kind, code, new_document)
    )
