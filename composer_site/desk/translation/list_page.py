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
from composer_site.desk.lists.translated_kinds import Kind, kinds
from composer_site.desk.lists.translation_progress import (
    Progress,
    Work,
    progress,
    waiting_things,
)
from composer_site.desk.naming import name_of
from composer_site.desk.translation.backlog import waiting
from composer_site.publishing.editions import Actor
from composer_site.values.languages import LANGUAGES, Language

PAGE_SIZE = 25
USUAL = "kk"  # for whoever reads the admin in the language that all is written in


@dataclass(frozen=True)
class Wish:
    """What is asked for: all work in a language or one kind of it, of all content or one kind."""

    work: str
    content_kind: str

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        work = query.get("work", "")
        return cls(work if work in Work.values else Work.ALL, query.get("content_kind", ""))

    def chosen(self, by_name: dict[str, Kind]) -> list[Kind]:
        return (
            [by_name[self.content_kind]] if self.content_kind in by_name else list(by_name.values())
        )

    def query(self, **other: Any) -> str:
        """`?work=stale`, or nothing where that asks for all; with `other` in place of its own."""
        query = QueryDict(mutable=True)
        wanted = {"work": self.work, "content_kind": self.content_kind} | other
        query.update({name: str(value) for name, value in wanted.items() if value})
        if query.get("work") == Work.ALL:
            del query["work"]
        return f"?{query.urlencode()}" if query else ""


def kinds_or_refusal(user: Actor) -> dict[str, Kind]:
    if found := kinds(user):
        return found
    raise PermissionDenied


@require_safe
def desk_page(request: HttpRequest, language: str = "") -> HttpResponse:
    by_name, wish = kinds_or_refusal(request.user), Wish.of(request.GET)
    languages = progress(by_name.values())
    chosen = LANGUAGES[language or _usual_language(request.user, languages)]
    numbers = _numbers(by_name, chosen, wish)
    found = waiting(wish.chosen(by_name), chosen.code, wish.work)
    page = _page(request, found, sum(numbers.get(kind.name, 0) for kind in wish.chosen(by_name)))
    context = {
        "languages": languages,
        "chosen": next(counted for counted in languages if counted.language is chosen),
        "works": _works(wish),
        "content_kinds": _kinds(by_name, wish, numbers),
        "things": _things(request, by_name, page, chosen, wish),
        "page": page,
        "before": wish.query(page=page.number - 1),
        "after": wish.query(page=page.number + 1),
        "query": wish.query(),
        "title": _("Translations"),
    }
    return render(request, "admin/desk/list.html", admin.site.each_context(request) | context)


def _numbers(by_name: dict[str, Kind], language: Language, wish: Wish) -> dict[str, int]:
    """{name of the kind: how many of its things wait}"""
    found = waiting_things(by_name.values(), [language.code], [wish.work])
    return {kind: number for (kind, _code, _work), number in found.items()}


def _usual_language(user: Any, languages: list[Progress]) -> str:
    """The user's own, unless nothing is translated into that."""
    translated = {counted.language.code for counted in languages if counted.total}
    return user.language if user.language in translated else USUAL


def _page(request: HttpRequest, found: Sequence[Any] | QuerySet[Any], number: int) -> Page:
    paginator = Paginator(found, PAGE_SIZE)
    paginator.count = number
    return paginator.get_page(request.GET.get("page"))


def _works(wish: Wish) -> list[tuple[str, str, bool]]:
    return [(capfirst(str(work.label)), wish.query(work=work), work == wish.work) for work in Work]


def _kinds(
    by_name: dict[str, Kind], wish: Wish, numbers: dict[str, int]
) -> list[tuple[str, int, str, bool]]:
    """(words, how many, query, whether it is the one that is shown), all of them first."""
    every = (
        _("All"),
        sum(numbers.values()),
        wish.query(content_kind=""),
        wish.content_kind not in by_name,
    )
    each = (
        (
            kind.label_of_many,
            numbers[name],
            wish.query(content_kind=name),
            name == wish.content_kind,
        )
        for name, kind in by_name.items()
        if numbers.get(name)
    )
    return [every, *each]


def _things(
    request: HttpRequest,
    by_name: dict[str, Kind],
    rows: Iterable[Any],
    language: Language,
    wish: Wish,
) -> list[dict[str, Any]]:
    rows = list(rows)
    found = _found(request, by_name, [(name, pk) for name, pk, *_rest in rows])
    return [
        {
            "name": name_of(found[name, pk]),
            "content_kind": by_name[name].label,
            "changed_at": changed_at,
            "missing": missing,
            "stale": stale,
            "address": translation_address(language, name, pk) + wish.query(),
        }
        for name, pk, changed_at, missing, stale in rows
        if (name, pk) in found
    ]


def _found(
    request: HttpRequest, by_name: dict[str, Kind], keys: list[tuple[str, int]]
) -> dict[tuple[str, int], Any]:
    """In one query a kind, as their own lists in the admin fetch them: so that they know a name."""
    found: dict[tuple[str, int], Any] = {}
    for name in {name for name, _pk in keys}:
        listed = admin.site.get_model_admin(by_name[name].model).get_queryset(request)
        things = listed.filter(pk__in=[pk for content_kind, pk in keys if content_kind == name])
        found |= {(name, thing.pk): thing for thing in things}
    return found


def desk_address(language: Language) -> str:
    return reverse("translation_desk", args=[language.code])
