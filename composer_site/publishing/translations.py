"""Which texts translate the source as it is today: kept by fingerprint, field by field.

A translation that was written, and not merely kept, translates the source as it stands at that
save. Once the source changes it is stale, until it is written anew or said to be right still.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.db import models

from composer_site.publishing.fields import DocumentField
from composer_site.publishing.source_texts import SourceText, fingerprint
from composer_site.values.languages import LANGUAGES, Language
from composer_site.values.richtext import RichTextField

DERIVED = ("translated", "missing_in", "stale_in")
BETWEEN_TAGS = re.compile(r">\s+<")


def comparable(text: str) -> str:
    """Browsers send lines ended by CRLF, and editors of rich text no space between two tags:
    a form that was only sent back has changed nothing."""
    return BETWEEN_TAGS.sub("><", text.replace("\r\n", "\n")).strip()


@dataclass(frozen=True)
class Text:
    """One translatable text of one row in one language that is not its source.

    `source` and `target` are the texts as they are compared.
    """

    name: str
    language: Language
    origin: Language
    source: str
    target: str

    @property
    def column(self) -> str:
        return f"{self.name}_{self.language.suffix}"

    def record(self) -> dict[str, str]:
        return {
            "of": fingerprint(self.source),
            "as": fingerprint(self.target),
            "from": self.origin.code,
        }


class Translatable(models.Model):
    """A row with texts in four languages.

    `translated` is {column: {"of": fingerprint of the source, "as": of the translation, "from":
    code of the source language}}, and knows a translation for as long as it stands, even while
    its source is empty. `missing_in` and `stale_in` are codes of languages, derived at every save.
    """

    # The texts without which a language does not count as a translation; required in the source.
    main_texts: ClassVar[tuple[str, ...]] = ()

    translated = DocumentField(default=dict, blank=True, editable=False)
    missing_in = models.CharField(max_length=40, blank=True, editable=False)
    stale_in = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self._clean_texts()
        self.note_translations()
        if options.get("update_fields"):
            options["update_fields"] = {*options["update_fields"], *DERIVED}
        super().save(*args, **options)

    def _clean_texts(self) -> None:
        """As they will be stored: a fingerprint of anything else would not be known again, and a
        line end of a browser would count as a change of the page."""
        for field in self._meta.concrete_fields:
            if isinstance(field, RichTextField):
                field.pre_save(self, add=self._state.adding)
            elif isinstance(field, models.TextField):
                text = getattr(self, field.attname)
                setattr(self, field.attname, text.replace("\r\n", "\n"))

    def language_of_source(self) -> str:
        return str(getattr(self, "source_language", ""))

    def warnings_before_publication(self) -> dict[str, str]:
        """{column: sentence} of what a publication should not go out with, though it may."""
        return {}

    def texts(self) -> Iterator[Text]:
        """Every text that the source has, in each of the other languages."""
        return (text for text in self._all_texts() if text.source)

    def _all_texts(self) -> Iterator[Text]:
        origin = LANGUAGES.get(self.language_of_source())
        if origin is None:
            return
        for name in translatable(type(self)):
            by_code = {
                code: comparable(getattr(self, f"{name}_{language.suffix}"))
                for code, language in LANGUAGES.items()
            }
            source = by_code.pop(origin.code)
            for code, target in by_code.items():
                yield Text(name, LANGUAGES[code], origin, source, target)

    def note_translations(self) -> None:
        texts = list(self._all_texts())
        targets = {text.column: text for text in texts if text.target}
        self.translated = {c: self.translated[c] for c in targets if self._is_kept(targets[c])}
        pairs = [text for text in targets.values() if text.source]
        self._note(text for text in pairs if text.column not in self.translated)
        self._note(text for text in pairs if self._translates_former_source(text))
        self.missing_in = _codes(text for text in texts if text.source and not text.target)
        self.stale_in = _codes(text for text in texts if text.source and self.is_stale(text))

    def _is_kept(self, text: Text) -> bool:
        return self.translated.get(text.column, {}).get("as") == fingerprint(text.target)

    def _note(self, written: Iterable[Text]) -> None:
        written = list(written)
        self.translated |= {text.column: text.record() for text in written}
        SourceText.objects.keep({text.source for text in written})

    def _translates_former_source(self, text: Text) -> bool:
        """Another language became the source, and what was the source now translates it."""
        record = self.translated[text.column]
        former = LANGUAGES.get(record.get("from", ""), text.origin)
        of_former = self.translated.get(f"{text.name}_{former.suffix}", {})
        was_its_source = former is not text.origin and of_former.get("as") == record["of"]
        return was_its_source and of_former["of"] == fingerprint(text.source)

    def is_stale(self, text: Text) -> bool:
        record = self.translated.get(text.column)
        return record is not None and record["of"] != fingerprint(text.source)

    def still_right(self, column: str) -> None:
        """The source changed, and the translation need not. To be saved by the caller."""
        self._note(text for text in self.texts() if text.column == column and text.target)


def note_anew(rows: Iterable[Translatable]) -> None:
    """The source language of rows changed without a save of theirs."""
    for row in rows:
        row.note_translations()
        stored = type(row)._base_manager.filter(pk=row.pk)
        stored.update(**{name: getattr(row, name) for name in DERIVED})


@cache
def translatable(model: type[models.Model]) -> tuple[str, ...]:
    """The names of its translatable texts, in their order."""
    columns = [field.name for field in model._meta.concrete_fields]
    names = (column.removesuffix("_en") for column in columns if column.endswith("_en"))
    return tuple(name for name in names if f"{name}_zh_hans" in columns)


def text_columns(model: type[models.Model]) -> list[str]:
    """Those names in every language."""
    return columns_of(model, translatable(model))


def columns_of(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """The columns themselves, and those of translatable texts in every language."""
    suffixes = [language.suffix for language in LANGUAGES.values()]
    texts = translatable(model)
    each = ([f"{name}_{s}" for s in suffixes] if name in texts else [name] for name in names)
    return [column for columns in each for column in columns]


def _codes(texts: Iterable[Text]) -> str:
    found = {text.language.code for text in texts}
    return " ".join(code for code in LANGUAGES if code in found)
