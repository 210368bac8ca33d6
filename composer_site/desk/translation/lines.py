"""One text on the desk: its source, its translation, and what the source said before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from composer_site.desk.field_words import label, readable
from composer_site.desk.places import Place
from composer_site.desk.text_diff import marked
from composer_site.publishing.source_texts import SourceText, fingerprint
from composer_site.publishing.translations import Text, comparable
from composer_site.values.languages import LANGUAGES, Language
from composer_site.values.richtext import MOST_RICH, RichTextField, clean_html

# Marks that a language does not open or close a quotation with, and those that it does.
NOT_ITS_QUOTATION_MARKS = {"en": '"«»', "kk": '"”', "ru": '"”', "zh-hans": '"«»'}
QUOTATION_MARKS = {"en": "“ ”", "kk": "« »", "ru": "« »", "zh-hans": "“ ” 《 》"}


@dataclass(frozen=True)
class Line:
    """A text of a row that stands in a place."""

    place: Place
    text: Text
    former: SourceText | None  # what the translation translates, where that is not the source now

    @property
    def name(self) -> str:
        """Of its field in the form."""
        row = self.place.row
        return f"{row._meta.model_name}-{row.pk}-{self.text.name}"

    @cached_property
    def column(self) -> Any:
        return self.place.row._meta.get_field(self.text.column)

    @property
    def label(self) -> str:
        return label(self.column)

    @property
    def is_rich(self) -> bool:
        return isinstance(self.column, RichTextField)

    @property
    def stored(self) -> str:
        return getattr(self.place.row, self.text.column)

    @property
    def is_stale(self) -> bool:
        return self.place.row.is_stale(self.text)

    @property
    def waits(self) -> bool:
        return not self.text.target or self.is_stale

    @property
    def mark(self) -> tuple[str, str]:
        """(class, words)"""
        if not self.text.target:
            return "missing", _("missing")
        return ("stale", _("outdated")) if self.is_stale else ("current", _("up to date"))

    @property
    def seen(self) -> str:
        """What whoever opens the form sees: nobody overwrites what they have not seen."""
        return f"{fingerprint(self.text.source)}.{fingerprint(self.text.target)}"

    def comparable(self, typed: str) -> str:
        """What is beyond the bound of its column is refused by it, and never read."""
        is_read = self.is_rich and len(typed) <= MOST_RICH
        return comparable(clean_html(typed) if is_read else typed)

    def in_language(self, language: Language) -> SafeString:
        """As a reader sees it; its links are out of the way of the tab key."""
        text = getattr(self.place.row, f"{self.text.name}_{language.suffix}")
        if self.is_rich:
            html = text.replace("<a ", '<a tabindex="-1" ')
            return mark_safe(html)  # noqa: S308  cleaned when it was saved
        return format_html('<p class="plain">{}</p>', text) if text else SafeString()

    @property
    def source(self) -> SafeString:
        return self.in_language(self.text.origin)

    @property
    def others(self) -> list[tuple[Language, SafeString]]:
        """What the other languages have."""
        own = (self.text.origin, self.text.language)
        others = (
            (language, self.in_language(language))
            for language in LANGUAGES.values()
            if language not in own
        )
        return [(language, html) for language, html in others if html]

    @property
    def limit(self) -> int | None:
        return getattr(self.column, "max_length", None)

    @property
    def change(self) -> SafeString | str:
        """The source since it was translated, word by word."""
        if not self.is_stale:
            return ""
        before = self.former.text if self.former else ""
        html = marked(self.in_words(before), self.in_words(self.text.source))
        return html or _("Only its formatting changed.")

    @property
    def former_language(self) -> Language | None:
        """Of the text that was translated, where another language was the source then."""
        record = self.place.row.translated.get(self.text.column, {})
        language = LANGUAGES.get(record.get("from", ""), self.text.origin)
        return None if language is self.text.origin else language

    def in_words(self, text: str) -> str:
        return readable(text) if self.is_rich else text

    @property
    def quotation_marks(self) -> str:
        """Those of the language, where the translation has others."""
        code = self.text.language.code
        wrong = set(NOT_ITS_QUOTATION_MARKS[code]) & set(self.in_words(self.stored))
        return QUOTATION_MARKS[code] if wrong else ""


def lines(places: Iterable[Place], language: Language) -> list[Line]:
    """Every text that the source has, in the order of the form."""
    texts = [
        (place, text) for place in places for text in place.row.texts() if text.language is language
    ]
    former = former_sources(texts)
    return [Line(place, text, former.get(_of(place, text))) for place, text in texts]


def former_sources(texts: Iterable[tuple[Place, Text]]) -> Mapping[str, SourceText]:
    return SourceText.objects.in_bulk(
        {_of(place, text) for place, text in texts if place.row.is_stale(text)}
    )


def _of(place: Place, text: Text) -> str:
    return place.row.translated.get(text.column, {}).get("of", "")
