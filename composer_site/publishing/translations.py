"""Which texts translate the source as it is today: kept by fingerprint, field by field.

A translation that was written, and not merely kept, translates the source as it stands at that
save. Once the source changes it is stale, until it is written anew or said to be right still.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models

from composer_site.languages import LANGUAGES, Language
from composer_site.publishing.fields import DocumentField
from composer_site.publishing.models import SourceText, fingerprint
from composer_site.richtext import RichTextField

DERIVED = ("translated", "missing_in", "stale_in")


@dataclass(frozen=True)
class Text:
    """One translatable text of one row in one language that is not its source."""

    name: str
    language: Language
    source: str
    target: str

    @property
    def column(self) -> str:
        return f"{self.name}_{self.language.suffix}"

    def record(self) -> dict[str, str]:
        return {"of": fingerprint(self.source), "as": fingerprint(self.target)}


class Translatable(models.Model):
    """A row with texts in four languages.

    `translated` is {column: {"of": fingerprint of the source, "as": of the translation}}.
    `missing_in` and `stale_in` are codes of languages, derived from it at every save.
    """

    # The texts without which a language does not count as a translation; required in the source.
    main_texts: ClassVar[tuple[str, ...]] = ()

    translated = DocumentField(default=dict, blank=True, editable=False)
    missing_in = models.CharField(max_length=40, blank=True, editable=False)
    stale_in = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        self._clean_rich_texts()
        self.note_translations()
        if options.get("update_fields"):
            options["update_fields"] = {*options["update_fields"], *DERIVED}
        super().save(*args, **options)

    def _clean_rich_texts(self) -> None:
        """As they will be stored: a fingerprint of anything else would not be known again."""
        for field in self._meta.concrete_fields:
            if isinstance(field, RichTextField):
                field.pre_save(self, add=self._state.adding)

    def language_of_source(self) -> str:
        return str(getattr(self, "source_language", ""))

    def release_warnings(self) -> dict[str, str]:
        """{column: sentence} of what a release should not go out with, though it may."""
        return {}

    def texts(self) -> Iterator[Text]:
        """Every text that the source has, in each of the other languages."""
        source = LANGUAGES.get(self.language_of_source())
        if source is None:
            return
        for name in translatable(type(self)):
            original = getattr(self, f"{name}_{source.suffix}")
            for language in LANGUAGES.values() if original else ():
                if language is not source:
                    target = getattr(self, f"{name}_{language.suffix}")
                    yield Text(name, language, original, target)

    def note_translations(self) -> None:
        texts = list(self.texts())
        written = [text for text in texts if text.target and not self._is_kept(text)]
        known = self.translated | {text.column: text.record() for text in written}
        self.translated = {text.column: known[text.column] for text in texts if text.target}
        SourceText.objects.keep({text.source for text in written})
        self.missing_in = _codes(text for text in texts if not text.target)
        self.stale_in = _codes(text for text in texts if self.is_stale(text))

    def _is_kept(self, text: Text) -> bool:
        return self.translated.get(text.column, {}).get("as") == fingerprint(text.target)

    def is_stale(self, text: Text) -> bool:
        record = self.translated.get(text.column)
        return record is not None and record["of"] != fingerprint(text.source)

    def still_right(self, column: str) -> None:
        """The source changed, and the translation need not. To be saved by the caller."""
        for text in self.texts():
            if text.column == column and text.target:
                self.translated[column] = text.record()
                SourceText.objects.keep({text.source})


def translatable(model: type[models.Model]) -> list[str]:
    """The names of its translatable texts, in their order."""
    fields = model._meta.concrete_fields
    names = (f.name.removesuffix("_en") for f in fields if f.name.endswith("_en"))
    return [name for name in names if f"{name}_zh_hans" in {field.name for field in fields}]


def _codes(texts: Iterator[Text]) -> str:
    found = {text.language.code for text in texts}
    return " ".join(code for code in LANGUAGES if code in found)
