from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.pages import office_page
from composer_site.publishing.models import Page

NEWEST = 20


@require_safe
def statement_feed(request: Any, language: str) -> HttpResponse:
    """Atom, one a language. An entry is dated by the instant it became public, not by its draft."""
    visit, absolute = request.visit, request.build_absolute_uri
    office = office_page(visit)
    feed = Atom1Feed(
        title=_("%(name)s: press room") % {"name": office.title if office else ""},
        link=absolute(reverse("press:room", args=[language])),
        feed_url=absolute(),
        description="",
        language=visit.language.tag,
    )
    for page in _newest(visit):
        feed.add_item(**_item(page, absolute(page.get_absolute_url())))
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")


def _newest(visit: Any) -> list[Page]:
    pages = Page.objects.public(visit.at).listed("statement", visit.language.code)
    return list(pages.newest_first()[:NEWEST])


def _item(page: Page, link: str) -> dict[str, Any]:
    return {
        "title": page.title,
        "link": link,
        "unique_id": f"urn:uuid:{page.uid}",
        "description": page.card["summary"]["text"] if page.card["summary"] else "",
        "pubdate": page.starts_at,
        "updateddate": page.starts_at,
    }
