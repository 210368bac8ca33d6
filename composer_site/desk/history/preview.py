"""Pages as visitors would see them, for staff only: of unsaved work, and of any edition.

The admin's own save runs, and once the page is rendered an exception undoes all of it.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.history.pages import edition_in_words, edition_or_404
from composer_site.desk.rights import SEE_EDITIONS
from composer_site.operations.security import as_header
from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import unpublished_page
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import LANGUAGES, Language, current
from composer_site.visitors.pages import own_page, render_public
from composer_site.visitors.visits import Visit, VisitRequest

BUTTON = "_preview"
TOMBSTONE = "errors/410.html"
HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": as_header(settings.SECURE_CSP),
}


class Rendered(Exception):
    def __init__(self, response: HttpResponse) -> None:
        self.response = response


def undone(view: Callable[..., HttpResponse], *args: Any) -> HttpResponse:
    """The page that `view` rendered in the end, or its form with what is wrong in it."""
    try:
        return view(*args)
    except Rendered as rendered:
        return rendered.response


def unsaved(request: HttpRequest, thing: Publishable) -> Rendered:
    """To be raised where the save is complete, and not yet committed."""
    thing = type(thing)._default_manager.get(pk=thing.pk)
    code = request.POST[BUTTON]
    code = code if code in LANGUAGES else thing.source_language
    page = unpublished_page(thing, code, timezone.now())
    response = _response(request, page, _banner(request, code, fields=typed(request.POST)))
    # Without a referrer, browsers send the band's form with `Origin: null`, which CSRF refuses.
    response.headers["Referrer-Policy"] = "same-origin"
    return Rendered(response)


def typed(data: QueryDict) -> list[tuple[str, str]]:
    """The whole form once more, so that the preview can ask for another language."""
    skipped = (BUTTON, "csrfmiddlewaretoken")
    return [(name, value) for name in data if name not in skipped for value in data.getlist(name)]


def saved_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str, code: str
) -> HttpResponse:
    """The working copy as it was last saved; a fixture or an import may have left it broken."""
    thing = model_admin.thing(request, object_id)
    if broken := blockers(thing):
        sentence = _("It cannot be shown yet: %s") % broken[0].sentence
        messages.error(request, sentence)
        return redirect(model_admin.address("change", thing))
    page = unpublished_page(thing, language_or_404(code), timezone.now())
    return _response(
        request, page, _banner(request, code, links=look_links(model_admin, "saved", thing))
    )


def edition_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str, number: int, code: str
) -> HttpResponse:
    """An edition as visitors saw it at its beginning."""
    thing = model_admin.thing(request, object_id, SEE_EDITIONS)
    edition = edition_or_404(thing, number)
    page = edition.pages.get(language=language_or_404(code))
    links = look_links(model_admin, "edition", thing, number)
    return _response(request, page, _banner(request, code, links=links, edition=edition))


def language_or_404(code: str) -> str:
    if code not in LANGUAGES:
        raise Http404
    return code


def look_links(
    model_admin: ContentAdmin, name: str, thing: Publishable, *args: Any
) -> list[tuple[Language, str]]:
    languages = LANGUAGES.values()
    return [
        (language, model_admin.address(name, thing, *args, language.code)) for language in languages
    ]


def _banner(
    request: HttpRequest, code: str, edition: Edition | None = None, **context: Any
) -> SafeString:
    """In the language of the member of staff, whatever the page below is in."""
    banner_text = _("As visitors saw it: %s") % edition_in_words(edition) if edition else ""
    context |= {
        "said": banner_text or _("Preview: not published"),
        "more": on_own_clock(edition.starts_at) if edition else _("Only you see this page."),
        "languages": LANGUAGES.values(),
        "chosen": code,
        "staff": current(),
    }
    return render_to_string("admin/publishing/_preview_banner.html", context, request)


def _response(request: Any, page: Page, banner: SafeString) -> HttpResponse:
    """By the public template, with the language, the instant and the zone of a visitor."""
    request.visit = Visit(page.starts_at, LANGUAGES[page.language], banner)
    with translation.override(page.language), timezone.override(None):
        response = _rendered(request, page)
    return kept_by_nobody(response, LANGUAGES[page.language])


def _rendered(request: VisitRequest, page: Page) -> HttpResponse:
    if page.kind == Edition.Kind.WITHDRAWAL:
        return render_public(request, TOMBSTONE, page.document, tombstone=page, preview=True)
    return own_page(request, page, name="about", preview=True)


def kept_by_nobody(response: HttpResponse, language: Language) -> HttpResponse:
    """What only staff see, with the policy of a public page; a file has a stricter one of its own."""
    policy = response.headers.get("Content-Security-Policy", HEADERS["Content-Security-Policy"])
    own = {"Content-Language": language.tag, "Content-Security-Policy": policy}
    for name, value in {**HEADERS, **own}.items():
        response.headers[name] = value
    return response
