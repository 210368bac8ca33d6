"""Every kind of public page in a browser: in four languages, small and large, light and dark."""

from typing import NamedTuple

import pytest
from browsing import Watch, scrolls_sideways, violations
from django.urls import reverse
from django.utils.translation import gettext, override
from scenery import NAMES, make_scenery

from composer_site.values.languages import LANGUAGES
from composer_site.visitors.templatetags.words import text_title

TEXTS = ("about", "terms", "privacy", "accessibility", "imprint")
WIDTHS = (320, 1280)  # a small telephone's and a desk's, in CSS pixels


class Kind(NamedTuple):
    """A page, and what it is to say."""

    path: str
    heading: str
    content: str
    status: int = 200


def kinds(scenery, code):
    """One of every kind, in one language."""
    film, statement = f"The Composer ({code})", f"A statement ({code})"
    person, organisation = NAMES[code][0], f"Studio ({code})"

    def at(name, *args):
        return reverse(name, args=[code, *args])

    with override(code):
        return [
            Kind(at("home"), film, statement),
            Kind(at("films:list"), gettext("Films"), film),
            Kind(at("films:detail", scenery.film.slug), film, "Hu Jun"),
            Kind(at("people:list"), gettext("People"), person),
            Kind(at("people:detail", scenery.person.slug), person, f"Composer ({code})"),
            Kind(at("organisations:list"), gettext("Organisations"), organisation),
            Kind(at("organisations:detail", scenery.organisation.slug), organisation, film),
            Kind(at("press:room"), gettext("Press room"), statement),
            Kind(at("press:room_page", 2), gettext("Press room"), f"Older news ({code})"),
            Kind(at("press:detail", scenery.statement.slug), statement, f"Words ({code})"),
            Kind(f"{at('press:room')}?year=2018", gettext("Press room"), f"Older news ({code})"),
            Kind(at("press:quotes"), gettext("Quotes"), f"Words ({code})"),
            quote(at("press:quote", scenery.statement.quotes.first().uid), person, code),
            Kind(at("press:corrections"), gettext("Corrections"), f"Hoi ({code})"),
            untranslated(at("press:detail", scenery.untranslated.slug), code),
            *[Kind(at(f"office:{name}"), *plain_text(name, code)) for name in TEXTS],
            Kind(at("office:contacts"), gettext("Contacts"), "press@example.com"),
            Kind(
                at("press:detail", "nowhere"), gettext("Page not found"), gettext("All films"), 404
            ),
            withdrawn(at("press:detail", scenery.withdrawn.slug), code),
        ]


def quote(path, speaker, code):
    return Kind(path, gettext("Quote: %(speaker)s") % {"speaker": speaker}, f"Words ({code})")


def untranslated(path, code):
    if code != "kk":
        return Kind(path, f"New ({code})", f"News ({code})")
    notice = gettext("This page has not been translated into English yet.")
    return Kind(path, "New (en)", notice)


def plain_text(name, code):
    return text_title(name), f"{name.title()} ({code})"


def withdrawn(path, code):
    return Kind(path, gettext("This page has been withdrawn"), f"It was wrong ({code})", 410)


def problems(page, origin, kind):
    status = page.goto(origin + kind.path).status
    headings = [" ".join(text.split()) for text in page.locator("h1").all_text_contents()]
    if (status, headings) != (kind.status, [kind.heading]):
        yield f"{status} {headings}, not {kind.status} {kind.heading}"
    if kind.content not in page.locator("main").text_content():
        yield f"{kind.content} is missing"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        yield from (f"at {width} {found}" for found in problems_of_looks(page))


def problems_of_looks(page):
    if scrolls_sideways(page):
        yield "scrolls sideways"
    yield from violations(page)
    page.emulate_media(color_scheme="dark")
    yield from (f"in the dark {found}" for found in violations(page, runOnly=["color-contrast"]))
    page.emulate_media(color_scheme="light")


@pytest.fixture(scope="module")
def scenery(shared_server):
    return make_scenery()


def problems_of_all(page, origin, scenery, code):
    watch = Watch(page.context, origin)
    for kind in kinds(scenery, code):
        for problem in [*problems(page, origin, kind), *watch.taken()]:
            yield f"{kind.path}: {problem}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_page_is_whole_quiet_and_accessible(shared_server, scenery, page, code):
    assert list(problems_of_all(page, shared_server.url, scenery, code)) == []
