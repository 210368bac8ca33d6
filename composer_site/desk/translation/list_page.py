"""The desk itself: progress by language, and what waits in one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.desk.addresses import translation_address
from composer_site.desk.naming import name_of
from composer_site.desk.translation.backlog import (
    Progress,
    Work,
    counts,
    progress,
    waiting,
)
from composer_site.desk.translation.kinds import Kind, kinds
from composer_site.publishing.editions import Actor
from composer_site.values.languages import LANGUAGES, Language

A_PAGE = 25
USUAL = "kk"  # for whoever reads the admin in the language that all is written in


@dataclass(frozen=True)
class Wish:
    """What of the work in a language is asked for: all or one kind of it, of all or one noun."""

    work: str
    noun: str

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        work = query.get("work", "")
        return cls(work if work in Work.values else Work.ALL, query.get("noun", ""))

    def chosen(self, desk: dict[str, Kind]) -> list[Kind]:
        return [desk[self.noun]] if self.noun in desk else list(desk.values())

    def query(self, **other: Any) -> str:
        """`?work=stale`, or nothing where that asks for all; with `other` in place of its own."""
        query = QueryDict(mutable=True)
        wanted = {"work": self.work, "noun": self.noun} | other
        query.update({name: str(value) for name, value in wanted.items() if value})
        if query.get("work") == Work.ALL:
            del query["work"]
        return f"?{query.urlencode()}" if query else ""


def kinds_or_refusal(user: Actor) -> dict[str, Kind]:
    if desk := kinds(user):
        return desk
    raise PermissionDenied


@require_safe
def desk_page(request: HttpRequest, language: str = "") -> HttpResponse:
    desk, wish = kinds_or_refusal(request.user), Wish.of(request.GET)
    languages = progress(desk.values())
    chosen = LANGUAGES[language or _usual_language(request.user, languages)]
    numbers = counts(desk.values(), chosen.code, wish.work)
    found = waiting(wish.chosen(desk), chosen.code, wish.work)
    page = _page(request, found, sum(numbers.get(kind.name, 0) for kind in wish.chosen(desk)))
    context = {
        "languages": languages,
        "chosen": next(one for one in languages if one.language is chosen),
        "works": _works(wish),
        "nouns": _nouns(desk, wish, numbers),
        "things": _things(request, desk, page, chosen, wish),
        "page": page,
        "before": wish.query(page=page.number - 1),
        "after": wish.query(page=page.number + 1),
        "query": wish.query(),
        "title": _("Translations"),
    }
    return render(request, "admin/desk/list.html", admin.site.each_context(request) | context)


def _usual_language(user: Any, languages: list[Progress]) -> str:
    """The user's own, unless nothing is translated into that."""
    translated = {one.language.code for one in languages if one.total}
    return user.language if user.language in translated else USUAL


def _page(request: HttpRequest, found: Sequence[Any] | QuerySet[Any], number: int) -> Page:
    paginator = Paginator(found, A_PAGE)
    paginator.count = number
    return paginator.get_page(request.GET.get("page"))


def _works(wish: Wish) -> list[tuple[str, str, bool]]:
    return [(capfirst(str(work.label)), wish.query(work=work), work == wish.work) for work in Work]


def _nouns(
    desk: dict[str, Kind], wish: Wish, numbers: dict[str, int]
) -> list[tuple[str, int, str, bool]]:
    """(words, how many, query, whether it is the one that is shown), all of them first."""
    every = (_("All"), sum(numbers.values()), wish.query(noun=""), wish.noun not in desk)
    each = (
        (kind.label_of_many, numbers[name], wish.query(noun=name), name == wish.noun)
        for name, kind in desk.items()
        if numbers.get(name)
    )
    return [every, *each]


def _things(
    request: HttpRequest, desk: dict[str, Kind], rows: Iterable[Any], language: Language, wish: Wish
) -> list[dict[str, Any]]:
    rows = list(rows)
    found = _found(request, desk, [(name, pk) for name, pk, *_rest in rows])
    return [
        {
            "name": name_of(found[name, pk]),
            "noun": desk[name].label,
            "changed_at": changed_at,
            "missing": missing,
            "stale": stale,
            "address": translation_address(language, name, pk) + wish.query(),
        }
        for name, pk, changed_at, missing, stale in rows
        if (name, pk) in found
    ]


def _found(
    request: HttpRequest, desk: dict[str, Kind], keys: list[tuple[str, int]]
) -> dict[tuple[str, int], Any]:
    """In one query a noun: as their own lists in the admin fetch them, so that they know a name."""
    found: dict[tuple[str, int], Any] = {}
    for name in {name for name, _pk in keys}:
        listed = admin.site.get_model_admin(desk[name].model).get_queryset(request)
        things = listed.filter(pk__in=[pk for noun, pk in keys if noun == name])
        found |= {(name, thing.pk): thing for thing in things}
    return found


def desk_address(language: Language) -> str:
    return reverse("translation_desk", args=[language.code])
