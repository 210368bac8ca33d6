import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Excerpt, Page
from composer_site.visitors.pages import excerpts, excerpts_first_public, first_public, office_page
from composer_site.visitors.templatetags.links import absolute
from composer_site.visitors.templatetags.words import label
from press.documents import CORRECTION
from press.vocabulary import CorrectionKind

NEWEST = 20


class Feed(Atom1Feed):
    def latest_post_date(self) -> dt.datetime:
        """Django's is the present as long as the feed is empty: a change that is none."""
        return super().latest_post_date() if self.items else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@require_safe
def statement_feed(request: Any, language: str) -> HttpResponse:
    """Atom, one a language. An entry is dated by the instant it became public, not by its draft."""
    feed = _feed(request, _("%(name)s: press room"), "press:room")
    pages = _newest(request.visit)
    published = first_public(request.visit, pages)
    for page in pages:
        feed.add_item(**_item(page, absolute(page.get_absolute_url())), pubdate=published[page.uid])
    return _atom(feed)


@require_safe
def correction_feed(request: Any, language: str) -> HttpResponse:
    """Dated as the statements are: a correction may be dated before the day that it is public."""
    feed = _feed(request, _("%(name)s: corrections"), "press:corrections")
    found = list(excerpts(request.visit, CORRECTION).with_pages()[:NEWEST])
    published = excerpts_first_public(request.visit, found)
    for excerpt in found:
        link = f"{excerpt.page.get_absolute_url()}#correction-{excerpt.uid}"
        item = _corrected(excerpt, absolute(link))
        feed.add_item(**item, pubdate=published[excerpt.uid], updateddate=published[excerpt.uid])
    return _atom(feed)


def _feed(request: Any, title: str, list_name: str) -> Feed:
    visit = request.visit
    office = office_page(visit)
    return Feed(
        title=title % {"name": office.title if office else ""},
        link=absolute(reverse(list_name, args=[visit.language.code])),
        feed_url=absolute(request.path),
        description="",
        language=visit.language.tag,
    )


def _atom(feed: Feed) -> HttpResponse:
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
        "updateddate": page.starts_at,
    }


def _corrected(excerpt: Excerpt, link: str) -> dict[str, Any]:
    kind = capfirst(label(CorrectionKind, excerpt.card["kind"]))
    return {
        "title": f"{kind}: {excerpt.page.title}",
        "link": link,
        "unique_id": f"urn:uuid:{excerpt.uid}",
        "description": excerpt.card["says"]["text"] if excerpt.card["says"] else "",
    }
