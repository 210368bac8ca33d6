import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.pages import first_public, office_page
from composer_site.publishing.models import Page

NEWEST = 20


class Feed(Atom1Feed):
    def latest_post_date(self) -> dt.datetime:
        """Django's is the present as long as the feed is empty: a change that is none."""
        return super().latest_post_date() if self.items else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@require_safe
def statement_feed(request: Any, language: str) -> HttpResponse:
    """Atom, one a language. An entry is dated by the instant it became public, not by its draft."""
    visit, absolute = request.visit, request.build_absolute_uri
    office = office_page(visit)
    feed = Feed(
        title=_("%(name)s: press room") % {"name": office.title if office else ""},
        link=absolute(reverse("press:room", args=[language])),
        feed_url=absolute(),
        description="",
        language=visit.language.tag,
    )
    pages = _newest(visit)
    published = first_public(visit, pages)
    for page in pages:
        link = absolute(page.get_absolute_url())
        feed.add_item(**_item(page, link), pubdate=published[page.uid])
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
