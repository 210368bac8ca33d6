"""The names sheet of a film: how each of its people is written in every script, and how not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import Document, references
from composer_site.publishing.models import Page
from composer_site.values.languages import LANGUAGES, current
from composer_site.values.sorting import sort_key
from composer_site.visitors.templatetags.texts import say
from composer_site.visitors.templatetags.words import label
from composer_site.visitors.visits import Visit
from films.vocabulary import Role
from people.templatetags.people_words import name_kind, name_tag, site_languages

# What a film's page knows of the name of somebody who has no page: its words and their language.
BARE = {"kind": "", "family": "", "given": "", "family_first": False}


@dataclass
class Part:
    """What one line of the credits says of somebody: of who made it so, or of whom it portrays.

    Who is portrayed has a `player`, unless the credit is an organisation's.
    """

    credit: Document
    is_portrayed: bool = False
    player: "Entry | None" = None

    def words(self) -> str:
        pattern, texts = self._said()
        return pattern % {name: text["text"] for name, text in texts.items()}

    def html(self) -> SafeString:
        """The words, with the language of each text that stands in for the page's."""
        pattern, texts = self._said()
        words = {name: conditional_escape(say(text)) for name, text in texts.items()}
        return mark_safe(escape(pattern) % words)  # noqa: S308

    def _said(self) -> tuple[str, dict[str, Document]]:
        if self.is_portrayed:
            return self._portrayed()
        role = {"text": label(Role, self.credit["role"]), "lang": current().tag}
        if character := self.credit["character"]:
            return _("%(role)s: %(character)s"), {"role": role, "character": character}
        return "%(role)s", {"role": role}

    def _portrayed(self) -> tuple[str, dict[str, Document]]:
        if self.player is None:
            return _("portrayed"), {}
        return _("portrayed by %(name)s"), {"name": self.player.title}


@dataclass
class Entry:
    """A person of the film. Without `page` nothing is public of them but what the film says."""

    title: Document
    page: Page | None = None
    names: list[Document] = field(default_factory=list)
    rejected: list[Document] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def credited_as(self) -> list[str]:
        forms = (part.credit["credited_as"] for part in self.parts if not part.is_portrayed)
        return list(dict.fromkeys(filter(None, forms)))

    @property
    def said(self) -> list[Part]:
        """Each once."""
        return list({part.words(): part for part in self.parts}.values())

    @property
    def lines(self) -> int:
        return len(self.names) + len(self.rejected)

    def key(self, code: str) -> str:
        return self.page.sort_key if self.page else sort_key(self.title["text"], code)


def entries(visit: Visit, page: Page) -> list[Entry]:
    """Everybody whom the credits name or portray, in their order."""
    found = _credited(_lifted(page)["credits"])
    people = Page.objects.public(visit.at).filter(content_kind="person", language=page.language)
    known = {str(person.uid): person for person in people.filter(uid__in=found)}
    films = Page.objects.public(visit.at).filter(content_kind="film", uid=page.uid)
    named = _named({film.language: _lifted(film) for film in films})
    for uid, entry in found.items():
        _complete(entry, known.get(uid), named.get(uid, []))
    return list(found.values())


def alphabetical(people: list[Entry], code: str) -> list[Entry]:
    return sorted(people, key=lambda entry: entry.key(code))


def _lifted(page: Page) -> Document:
    lifted: Document = KINDS[page.content_kind].lift(page.document)
    return lifted


def _credited(credits: list[Document]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for credit in credits:
        player = _entry(found, credit["holder"])
        if player:
            player.parts.append(Part(credit))
        if portrayed := _entry(found, credit["portrays"]):
            portrayed.parts.append(Part(credit, is_portrayed=True, player=player))
    return found


def _entry(found: dict[str, Entry], reference: Document | None) -> Entry | None:
    if reference and reference["noun"] == "person":
        return found.setdefault(reference["uid"], Entry(reference["name"]))
    return None


def _named(films: dict[str, Document]) -> dict[str, list[Document]]:
    """{uid: names}, as the film's page in each language has them."""
    found: dict[str, dict[tuple[str, str], Document]] = {}
    for code in filter(films.get, LANGUAGES):
        for reference in references(films[code]["credits"]):
            name = reference["name"] or {"text": "", "lang": ""}
            forms = found.setdefault(reference["uid"], {})
            form = forms.setdefault((name["text"], name["lang"]), BARE | name)
            form["preferred_for"] = list(dict.fromkeys([*form.get("preferred_for", []), code]))
    return {uid: list(forms.values()) for uid, forms in found.items()}


def _complete(entry: Entry, person: Page | None, named: list[Document]) -> None:
    entry.names = named
    if person:
        document = _lifted(person)
        entry.page, entry.title = person, document["title"]
        entry.names, entry.rejected = document["names"] or named, document["rejected_names"]


def table(people: list[Entry]) -> list[list[str]]:
    """One row for each form of each name, under a row of headings."""
    return [
        _headings(),
        *(row for number, one in enumerate(people, 1) for row in _rows(number, one)),
    ]


def _headings() -> list[str]:
    return [
        _("No."),
        _("Person"),
        _("In the film"),
        _("Credited as"),
        _("Name"),
        _("Use"),
        _("Language and script"),
        _("Tag"),
        _("Kind"),
        _("Family name"),
        _("Given name"),
        _("Order"),
        _("Preferred on"),
    ]


def _rows(number: int, entry: Entry) -> Iterator[list[str]]:
    said = "; ".join(part.words() for part in entry.said)
    person = [str(number), entry.title["text"], said, "; ".join(entry.credited_as)]
    for names, use in ((entry.names, ""), (entry.rejected, pgettext("a form of a name", "avoid"))):
        for name in names:
            yield [*person, name["text"], use, *_described(name)]


def _order(name: Document) -> str:
    if not name["family"]:
        return ""
    if name["family"] == name["text"]:
        return _("family name alone")
    return _("family name first") if name["family_first"] else _("family name last")


def _described(name: Document) -> list[str]:
    return [
        name_tag(name["lang"]),
        name["lang"],
        name_kind(name["kind"]),
        name["family"],
        name["given"],
        _order(name),
        site_languages(name["preferred_for"]),
    ]
