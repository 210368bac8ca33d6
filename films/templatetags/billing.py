"""Credits as a film bills them: by department, and in the block of its poster."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.publishing.documents import Document
from composer_site.visitors.templatetags.links import link, name_of
from composer_site.visitors.templatetags.texts import say
from composer_site.visitors.templatetags.words import label
from films.vocabulary import PERFORMERS, Department, Mark, Role

register = template.Library()

MAKERS_OF_THE_BLOCK = (
    Role.SCREENPLAY,
    Role.STORY,
    Role.COMPOSER,
    Role.EDITOR,
    Role.PRODUCTION_DESIGNER,
    Role.CINEMATOGRAPHER,
    Role.LINE_PRODUCER,
    Role.EXECUTIVE_PRODUCER,
    Role.PRODUCER,
    Role.DIRECTOR,
)
COMPANIES_OF_THE_BLOCK = (Role.PRODUCTION_COMPANY, Role.CO_PRODUCTION_COMPANY, Role.SUPPORT)
# A poster names so many of the cast, and all who have a mark.
BILLED_CAST = 12

Credits = list[Document]


@dataclass(frozen=True)
class Group:
    """The credits of a department or a role, under its word."""

    label: str
    credits: Credits
    is_cast: bool = False

    @property
    def roles(self) -> list["Group"]:
        roles = _grouped(self.credits, lambda credit: credit["role"])
        return [Group(label(Role, role), credits) for role, credits in roles]


@register.filter
def departments(credits: Credits) -> list[Group]:
    """In the order in which the credits first come to them."""
    return [
        Group(label(Department, name), group, is_cast=name == Department.CAST)
        for name, group in _grouped(credits, lambda credit: credit["department"])
    ]


def _grouped(credits: Credits, key: Callable[[Document], str]) -> Iterable[tuple[str, Credits]]:
    groups: dict[str, Credits] = defaultdict(list)
    for credit in credits:
        groups[key(credit)].append(credit)
    return groups.items()


@register.filter
def with_role(credits: Credits, role: str) -> Credits:
    return [credit for credit in credits if credit["role"] == role]


@register.simple_tag(takes_context=True)
def billed(context: Any, credit: Document) -> str | SafeString:
    """Who holds it, with a link, after its mark; and the name that the credits print where that is
    another."""
    name = link(context, credit["holder"])
    if credit["mark"]:
        name = format_html('<span class="mark">{}</span> {}', label(Mark, credit["mark"]), name)
    if not credit["credited_as"]:
        return name
    as_printed = _("credited as %(name)s") % {"name": credit["credited_as"]}
    return format_html('{} <span class="credited-as">{}</span>', name, as_printed)


@register.simple_tag(takes_context=True)
def part(context: Any, credit: Document) -> str | SafeString:
    """What one of the cast plays, and how where that is not in person or all that is known."""
    played = _played(context, credit)
    if played and credit["role"] == Role.ACTOR:
        return played
    words = '{} <span class="part-role">{}</span>'
    return format_html(words, played, label(Role, credit["role"]))


@register.simple_tag(takes_context=True)
def crew_member(context: Any, credit: Document) -> str | SafeString:
    """Who holds it, and what they play: outside the cast, too, some do."""
    who, played = billed(context, credit), _played(context, credit)
    return format_html('{} <span class="played">{}</span>', who, played) if played else who


def _played(context: Any, credit: Document) -> str | SafeString:
    """The character; and the historical person, once only where both bear one name."""
    character, portrayed = say(credit["character"]), credit["portrays"]
    if not portrayed:
        return character
    person = link(context, portrayed)
    if not character or credit["character"]["text"] == portrayed["name"]["text"]:
        return person
    words = '{} <span class="portrays">{} {}</span>'
    return format_html(words, character, _("historical person:"), person)


@register.simple_tag(takes_context=True)
def billing_block(context: Any) -> list[tuple[str, list[Document]]]:
    """[(word before the names, names)]: companies, cast with its marks, and who made it."""
    credits = context["document"]["credits"]
    return [
        *_by_role(context, credits, COMPANIES_OF_THE_BLOCK),
        *_billed_cast(context, credits),
        *_by_role(context, credits, MAKERS_OF_THE_BLOCK),
    ]


def _by_role(context: Any, credits: Credits, roles: Iterable[Role]) -> Iterable[Any]:
    for role in roles:
        if names := [_printed(context, credit) for credit in with_role(credits, role)]:
            yield label(Role, role), names


def _billed_cast(context: Any, credits: Credits) -> Iterable[Any]:
    """First those without a mark, then “with”, “introducing” and “and”, in the credits' order."""
    cast = [credit for credit in credits if credit["role"] in PERFORMERS]
    leads = [credit for credit in cast if not credit["mark"]][:BILLED_CAST]
    if leads:
        yield "", [_printed(context, credit) for credit in leads]
    for mark in (Mark.WITH, Mark.INTRODUCING, Mark.AND):
        if marked := [credit for credit in cast if credit["mark"] == mark]:
            yield label(Mark, mark), [_printed(context, credit) for credit in marked]


def _printed(context: Any, credit: Document) -> Document:
    """The name as the film's own credits print it."""
    if credit["credited_as"]:
        return {"text": credit["credited_as"], "lang": "und"}
    return name_of(context, credit["holder"])
