"""The sections of a film's page, in the one order that journalists know. Empty ones do not appear."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from composer_site.publishing.documents import Document
from composer_site.visitors.templatetags.pictures import may_show

register = template.Library()


@dataclass(frozen=True)
class Section:
    """`name` is its anchor and names its template. What `opens` the page stands beside the facts."""

    name: str
    heading: str | Promise
    is_filled: Callable[[Any], Any]
    opens: bool = False

    @property
    def template(self) -> str:
        return f"films/sections/_{self.name.replace('-', '_')}.html"


def says(*keys: str) -> Callable[[Any], bool]:
    """Whether the document has any of these."""
    return lambda context: any(context["document"][key] for key in keys)


def has_stills(context: Any) -> bool:
    return any(may_show(context, still["picture"]) for still in context["document"]["stills"])


def has_shown(context: Any) -> bool:
    return bool(shown_in_film(context["document"]["claims"]))


def has_facts(context: Any) -> bool:
    return bool(facts_alone(context["document"]["claims"]))


SECTIONS = (
    Section(
        "synopsis",
        _("Synopsis"),
        says("logline", "synopsis_short", "synopsis", "synopsis_long"),
        opens=True,
    ),
    Section(
        "directors-statement",
        _("Director’s statement"),
        says("directors_statement"),
        opens=True,
    ),
    Section("credits", _("Credits"), says("credits")),
    Section("releases", _("Releases"), says("releases")),
    Section("screenings", _("Screenings and awards"), says("screenings")),
    Section("production-notes", _("Production notes"), says("production_notes")),
    Section("places", _("Places"), says("locations")),
    Section("timeline", _("Timeline"), says("milestones")),
    Section("stills", _("Stills"), has_stills),
    Section("trailers", _("Trailers"), says("trailers")),
    Section("reviews", _("Reviews"), says("reviews")),
    Section("film-and-records", _("What the film shows and what the records say"), has_shown),
    Section("sources", _("Facts and their sources"), has_facts),
    Section("not-known", _("What is not known"), says("not_known")),
    Section("titles", _("Other titles"), says("alternative_titles")),
    Section(
        "statements",
        _("Press releases about this film"),
        lambda context: context.get("statements"),
    ),
    Section("contacts", _("Press contacts"), lambda context: contacts_for_film(context)),
)


@register.simple_tag(takes_context=True)
def sections(context: Any) -> list[Section]:
    return [section for section in SECTIONS if section.is_filled(context)]


@register.filter
def shown_in_film(claims: list[Document]) -> list[Document]:
    return [topic for topic in claims if topic["film_shows"]]


@register.filter
def facts_alone(claims: list[Document]) -> list[Document]:
    """Those that do not stand beside what the film shows already."""
    return [topic for topic in claims if not topic["film_shows"]]


@register.simple_tag(takes_context=True)
def contacts_for_film(context: Any) -> list[Document]:
    """The office's, as they are now: those for the film's countries, else all of them; who speaks
    the reader's language stands first."""
    office, code = context.get("office"), context["visit"].language.code
    contacts = office.card["contacts"] if office else []
    countries = set(context["document"]["countries"])
    near = [
        contact
        for contact in contacts
        if not contact["territories"] or countries & {*contact["territories"]}
    ]
    spoken = code.partition("-")[0]
    return sorted(near or contacts, key=lambda contact: spoken not in contact["languages_spoken"])
