"""All checks of a thing, by kind. None stops a publication."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from composer_site.desk.checks.dates import other_dates
from composer_site.desk.checks.names import rejected_forms, without_page
from composer_site.desk.checks.pictures import rights, without_words
from composer_site.desk.checks.subject import Check, Subject
from composer_site.desk.checks.texts import outdated, said_by_rows, untranslated

# In the order in which they are shown: what would be wrong first, then what would be missing.
KINDS: tuple[tuple[str | Promise, Callable[[Subject], Iterable[Check]]], ...] = (
    (_("Names"), rejected_forms),
    (_("Dates"), other_dates),
    (_("To be settled"), said_by_rows),
    (_("Rights to pictures"), rights),
    (_("Words of pictures"), without_words),
    (_("Outdated translations"), outdated),
    (_("Languages"), untranslated),
    (_("Named without a link"), without_page),
)


@dataclass(frozen=True)
class Group:
    title: str | Promise
    checks: list[Check]


def review(subject: Subject) -> list[Group]:
    return list(_groups(subject))


def _groups(subject: Subject) -> Iterator[Group]:
    for title, kind in KINDS:
        if checks := list(kind(subject)):
            yield Group(title, checks)
