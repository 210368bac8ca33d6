"""Pictures that lack what is printed beside them: a text alternative, or a credit."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db.models import Q

from composer_site.desk.addresses import list_url
from composer_site.library.models import Picture
from composer_site.values.languages import LANGUAGES, Language

MAX_NAMED = 8
PRINTED = ("alt", "credit")  # beside every picture


def lacks_words(language: Language) -> Q:
    """Pictures that have no text alternative or no credit in that language."""
    return Q(**{f"alt_{language.suffix}": ""}) | Q(**{f"credit_{language.suffix}": ""})


@dataclass(frozen=True)
class Bare:
    picture: Picture

    def lacks(self) -> list[tuple[Any, list[Language]]]:
        """(what, in which languages)"""
        found = [(name, self.without(name)) for name in PRINTED]
        return [(word_for(name), languages) for name, languages in found if languages]

    @property
    def small(self) -> str:
        return f"{self.picture.widths[0]}.webp"

    def in_language(self, language: Language) -> bool:
        return any(language in self.without(name) for name in PRINTED)

    def without(self, name: str) -> list[Language]:
        rows = LANGUAGES.values()
        return [
            language for language in rows if not getattr(self.picture, f"{name}_{language.suffix}")
        ]


def word_for(name: str) -> Any:
    column: Any = Picture._meta.get_field(f"{name}_en")
    return column.verbose_name


class BarePictures:
    """What the first page says of them: a few, and how many there are in each language."""

    @cached_property
    def every(self) -> list[Bare]:
        wanted = reduce(or_, map(lacks_words, LANGUAGES.values()))
        return [Bare(picture) for picture in Picture.objects.filter(wanted).defer("translated")]

    def few(self) -> list[Bare]:
        return self.every[:MAX_NAMED]

    def by_language(self) -> Iterator[tuple[Language, int, str]]:
        for language in LANGUAGES.values():
            if number := sum(bare.in_language(language) for bare in self.every):
                yield language, number, list_url(Picture, without_words=language.code)
