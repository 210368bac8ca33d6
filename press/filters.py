"""What a list is narrowed by: a plain form that offers only what occurs.

A value that is not offered is no address of ours, and answered as any other that never was.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Substr
from django.http import Http404, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from composer_site.publishing.models import Excerpt, Mention, Page, PageQuerySet
from composer_site.values.codes import country_name, spoken_language_name
from composer_site.values.sorting import sort_key
from composer_site.visitors.visits import Visit
from press.vocabulary import StatementKind

Option = tuple[str, str]  # value in the address, words


@dataclass(frozen=True)
class Filter:
    """`condition` is what a value asks of a row; lists that are no rows of a table have their own."""

    name: str
    label: str
    options: list[Option]
    condition: Callable[[str], Q] = lambda value: Q()
    chosen: str = ""
    least: int = 2

    def asked(self, data: QueryDict) -> Self:
        value = data.get(self.name, "")
        if value and value not in dict(self.options):
            raise Http404
        return replace(self, chosen=value)

    @property
    def is_offered(self) -> bool:
        """One option alone narrows nothing, unless there are rows without any."""
        return bool(self.chosen) or len(self.options) >= self.least


def narrowed(rows: QuerySet[Any], filters: Iterable[Filter]) -> QuerySet[Any]:
    for one in filters:
        rows = rows.filter(one.condition(one.chosen)) if one.chosen else rows
    return rows


def query(filters: Iterable[Filter]) -> str:
    """`?kind=statement&year=2019`, or nothing: what links to the same choice end with."""
    chosen = {one.name: one.chosen for one in filters if one.chosen}
    return f"?{urlencode(chosen)}" if chosen else ""


# Of the press room


def room_filters(visit: Visit, statements: PageQuerySet) -> list[Filter]:
    """Kinds and years are cut out of an index: a column of years would say nothing new."""
    year = Substr(Cast("sort_at", CharField()), 1, 4)
    pairs = statements.order_by().annotate(year=year).values_list("facet", "year").distinct()
    kinds, years = {kind for kind, _year in pairs}, {year for _kind, year in pairs}
    films = Page.objects.public(visit.at).listed("film", visit.language.code).alphabetical()
    return [
        Filter("kind", _("Kind"), _kinds(kinds), lambda value: Q(facet=value)),
        film_filter(list(films.filter(_with_rows_about_it(statements)))),
        Filter("year", _("Year"), [(it, it) for it in sorted(years, reverse=True)], _in_year),
    ]


def _kinds(found: set[str]) -> list[Option]:
    labels = {str(kind): capfirst(label) for kind, label in StatementKind.choices}
    return [(kind, labels[kind]) for kind in labels if kind in found]


def _in_year(value: str) -> Q:
    """To its last instant: after the last year of all there is no other."""
    start = dt.datetime(int(value), 1, 1, tzinfo=dt.UTC)
    end = dt.datetime.combine(start.replace(month=12, day=31), dt.time.max, dt.UTC)
    return Q(sort_at__range=(start, end))


def _with_rows_about_it(rows: QuerySet[Any]) -> Exists:
    return Exists(rows.order_by().filter(edition__mentions__uid=OuterRef("uid")))


def about(uid: uuid.UUID) -> Q:
    """Asked of each row in the list's own order: a join would turn it round, and sort it again."""
    mentions = Mention.objects.filter(edition=OuterRef("edition"), uid=uid)
    return Q(Exists(mentions))


def film_filter(films: list[Page]) -> Filter:
    uids = {page.slug: page.uid for page in films}
    options = [(page.slug, page.title) for page in films]
    return Filter("film", _("Film"), options, lambda value: about(uids[value]))


# Of the quote bank


def bank_filters(visit: Visit, quotes: QuerySet[Excerpt]) -> list[Filter]:
    """By speakers who have a page of their own: the others are described, each time anew."""
    pages = Page.objects.public(visit.at).filter(language=visit.language.code).cards()
    spoken = quotes.order_by().filter(subject=OuterRef("uid"))
    speakers = Q(content_kind__in=["person", "organisation"]) & Exists(spoken)
    films = Q(content_kind="film") & _with_rows_about_it(quotes)
    found = list(pages.filter(speakers | films).alphabetical())
    return [
        speaker_filter([page for page in found if page.content_kind != "film"]),
        film_filter([page for page in found if page.content_kind == "film"]),
        Filter("said", _("Said in"), _said_in(visit, quotes), lambda value: Q(spoken_in=value)),
    ]


def speaker_filter(pages: list[Page]) -> Filter:
    uids = {f"{page.content_kind}-{page.slug}": page.uid for page in pages}
    options = [(f"{page.content_kind}-{page.slug}", page.title) for page in pages]
    # Many a speaker is described, and no option.
    return Filter("speaker", _("Speaker"), options, lambda value: Q(subject=uids[value]), least=1)


def _said_in(visit: Visit, quotes: QuerySet[Excerpt]) -> list[Option]:
    tags = quotes.order_by().exclude(spoken_in="").values_list("spoken_in", flat=True).distinct()
    return sorted_options(visit, tags, spoken_language_name)


# Of the contacts


def contact_filters(visit: Visit, contacts: list[Any]) -> list[Filter]:
    spoken = {tag for contact in contacts for tag in contact["languages_spoken"]}
    territories = {code for contact in contacts for code in contact["territories"]}
    return [
        Filter("speaks", _("Language"), sorted_options(visit, spoken, spoken_language_name)),
        Filter("territory", _("Country"), sorted_options(visit, territories, country_name)),
    ]


def chosen_contacts(contacts: list[Any], filters: list[Filter]) -> list[Any]:
    """Who is named for no territory answers for every one."""
    speaks, territory = (one.chosen for one in filters)
    return [
        contact
        for contact in contacts
        if (not speaks or speaks in contact["languages_spoken"])
        and (not territory or not contact["territories"] or territory in contact["territories"])
    ]


def sorted_options(
    visit: Visit, codes: Iterable[str], name: Callable[[str, str], str]
) -> list[Option]:
    code = visit.language.code
    options = [(one, name(one, code)) for one in codes]
    return sorted(options, key=lambda option: sort_key(option[1], code))
