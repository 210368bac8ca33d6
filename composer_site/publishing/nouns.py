"""What publishing needs to know of each noun; every app registers its own when it is ready."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise


def no_passages(document: dict) -> list[dict]:
    return []


@dataclass(frozen=True)
class Noun:
    """`build(row, language) -> document`; `lift(document) -> document of today's shape`.

    `model` is a label ("films.Film"), so that visitor code can hold a noun without its rows.
    `parts` are the reverse accessors of the rows that belong to the thing and travel with it.
    `loads` are the lookups of all that its document reads, fetched once for the four languages.
    `passages(document)` are the parts of it with a life of their own: [{"name", "uid", "subject",
    "spoken_in", "sort_at", "card"}], see `Passage`; `quoted` are the names of those passages that
    are listed on the page of whom they are about.
    `related` are the nouns whose newest pages that mention it are listed on its own page.
    Of a noun that `is_single` there is one thing: its address holds no slug.
    """

    name: str
    label: str | Promise
    model: str
    build: Callable
    lift: Callable
    schema: int
    template: str
    url_name: str
    parts: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    passages: Callable = no_passages
    quoted: tuple[str, ...] = ()
    is_single: bool = False

    def url(self, language: str, slug: str) -> str:
        args = [language] if self.is_single else [language, SLUG]
        return _reversed(self.url_name, *args, prefix=get_script_prefix()).replace(SLUG, slug)


@lru_cache(maxsize=256)
def _reversed(name: str, *args: str, prefix: str) -> str:
    """Once for all slugs: a film's page may hold hundreds of links.

    The prefix stands in it, and staff who travel bring a new one for every moment: few are kept.
    """
    return reverse(name, args=args)


@dataclass(frozen=True)
class FileNoun:
    """What pages show and what has no page of its own: pictures, PDFs.

    `called` names one in words, with a place for its name for staff; `changed` is the column by
    which the last of them are found.
    """

    name: str
    model: str
    called: str | Promise
    changed: str = "added_at"


NOUNS: dict[str, Noun] = {}
FILE_NOUNS: dict[str, FileNoun] = {}

SLUG = "slug-of-a-page"
# The one whose card stands on every public page.
OFFICE = "press_office"


def register(noun: Noun) -> None:
    NOUNS[noun.name] = noun


def register_files(noun: FileNoun) -> None:
    FILE_NOUNS[noun.name] = noun


def page_url(noun: str, language: str, slug: str) -> str:
    return NOUNS[noun].url(language, slug)
