"""Films in the reader's words."""

import datetime as dt
from collections import defaultdict
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.publishing.documents import Document
from composer_site.values.dates import time_in_words
from composer_site.values.identifiers import identifier_name, identifier_url
from composer_site.values.languages import current
from composer_site.visitors.templatetags.words import (
    country,
    label,
    listed,
    minutes,
    spoken_language,
)
from films.vocabulary import (
    Colour,
    Genre,
    Mark,
    PlaceKind,
    ReleaseKind,
    Result,
    Role,
    ScreeningKind,
    Status,
    StillKind,
    TitleKind,
)

register = template.Library()

# Whose clock a reader of that language is likely to live by; of English nobody can say.
ALMATY, BEIJING = ZoneInfo("Asia/Almaty"), ZoneInfo("Asia/Shanghai")
READERS_ZONE = {"kk": ALMATY, "ru": ALMATY, "zh-hans": BEIJING}


@register.filter
def role(value: str) -> str:
    return label(Role, value)


@register.filter
def genres(values: list[str]) -> str:
    return listed([label(Genre, value) for value in values])


@register.filter
def status(value: str) -> str:
    return label(Status, value)


@register.filter
def part_in(relations: str) -> str:
    """What a person or an organisation did in a film. Editions of the first shape say only that
    there is a credit."""
    known = [relation for relation in relations.split() if relation in Role.values]
    return capfirst(listed([role(relation).lower() for relation in known]))


@register.filter
def release_kind(value: str) -> str:
    return label(ReleaseKind, value)


@register.filter
def mark(value: str) -> str:
    return label(Mark, value)


@register.filter
def screening_kind(value: str) -> str:
    return label(ScreeningKind, value)


@register.filter
def result(value: str) -> str:
    return label(Result, value)


@register.filter
def places_of_kind(value: str) -> str:
    headings = {
        PlaceKind.SHOOTING: _("Shooting locations"),
        PlaceKind.RESEARCH: _("Places of research"),
        PlaceKind.STORY: _("Places of the story"),
    }
    return headings.get(value, value)


@register.filter
def stills_of_kind(value: str) -> str:
    headings = {
        StillKind.STILL: _("Scenes"),
        StillKind.POSTER: _("Posters"),
        StillKind.BEHIND_THE_SCENES: _("Behind the scenes"),
    }
    return headings.get(value, value)


@register.simple_tag
def shared_credit(stills: list[Document]) -> Document | None:
    """What several pictures all say of their makers is said once, below them."""
    credits = [still["picture"]["credit"] for still in stills]
    alike = len(credits) > 1 and all(credit == credits[0] for credit in credits)
    return credits[0] if alike else None


@register.filter
def title_kind(value: str) -> str:
    return label(TitleKind, value)


@register.filter
def colour(value: str) -> str:
    return label(Colour, value)


@register.filter
def other_titles(titles: list[Document], title: Document) -> list[Document]:
    """The title in other languages, each spelling once."""
    unique = {other["text"]: other for other in reversed(titles) if other["text"] != title["text"]}
    return list(reversed(unique.values()))


@register.filter
def film_identifiers(identifiers: dict[str, str]) -> list[tuple[str, str, str]]:
    """[(register, number, address or nothing)]"""
    return [
        (identifier_name(kind, number), number, identifier_url(kind, number))
        for kind, number in identifiers.items()
    ]


@register.filter
def facts(film: Document) -> list[tuple[str, str]]:
    """[(word, value)] of those that are known, at a glance."""
    known = (
        (_("Year"), film["year"]),
        (_("Countries"), listed([country(code) for code in film["countries"]])),
        (_("Genres"), genres(film["genres"])),
        (_("Running time"), minutes(film["running_time"]) if film["running_time"] else ""),
        (_("Languages"), listed([spoken_language(tag) for tag in film["spoken_languages"]])),
        (_("Aspect ratio"), film["aspect_ratio"]),
        (_("Colour"), capfirst(colour(film["colour"])) if film["colour"] else ""),
        (_("Sound"), film["sound"]),
        (_("Shooting format"), film["shooting_format"]),
    )
    return [(word, value) for word, value in known if value]


@register.filter
def length(text: Document) -> str:
    """What an editor with a hole to fill asks first: words, in Chinese characters."""
    if text["lang"].startswith("zh"):
        number = len("".join(text["text"].split()))
        return ngettext("%(number)d character", "%(number)d characters", number) % {
            "number": number
        }
    number = len(text["text"].split())
    return ngettext("%(number)d word", "%(number)d words", number) % {"number": number}


@register.filter
def local_times(screening: Document) -> list[str]:
    """On the clock of its own city, then on the reader's where that one shows another hour."""
    time, code = dt.datetime.fromisoformat(screening["starts_at"]), current().code
    own, reader = ZoneInfo(screening["zone"]), READERS_ZONE.get(code)
    times = [time_in_words(time, screening["zone"], code)]
    if reader and time.astimezone(own).utcoffset() != time.astimezone(reader).utcoffset():
        times.append(time_in_words(time, reader.key, code))
    return times


@register.filter
def is_original(review: Document) -> bool:
    """The extract stands in the language that the review was written in."""
    written, shown = review["language"], review["extract"]["lang"]
    return bool(written) and written.split("-")[0] == shown.split("-")[0]


@register.filter
def map_address(place: Document) -> str:
    """A plain link to OpenStreetMap: nothing of it is loaded."""
    at = f"{place['latitude']}/{place['longitude']}"
    marker = urlencode({"mlat": place["latitude"], "mlon": place["longitude"]})
    return f"https://www.openstreetmap.org/?{marker}#map=12/{at}"


@register.filter
def by_kind(rows: list[Document]) -> list[tuple[str, list[Document]]]:
    """[(kind, rows)], in the order in which the rows first come to them."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for row in rows:
        groups[row["kind"]].append(row)
    return list(groups.items())
