"""Which pages show a picture or a PDF of the library."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition, Page
from composer_site.publishing.working_copy import touch
from composer_site.values.languages import current


def titles_of_showing(uids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """{uid of a file: titles of what shows it or showed it, in the language of the member of staff}."""
    pages = Page.objects.filter(language=current().code, edition__mentions__uid__in=list(uids))
    pairs = pages.order_by("title").values_list("edition__mentions__uid", "title").distinct()
    found: dict[uuid.UUID, list[str]] = {}
    for uid, title in pairs:
        found.setdefault(uid, []).append(title)
    return found


def showing(uid: uuid.UUID) -> dict[str, set[uuid.UUID]]:
    """{content_kind: uids} of the things whose editions, public or coming, show it."""
    found: dict[str, set[uuid.UUID]] = defaultdict(set)
    editions = Edition.objects.unended(timezone.now()).filter(mentions__uid=uid)
    for content_kind, thing in editions.order_by().values_list("content_kind", "uid"):
        found[content_kind].add(thing)
    return found


def touch_showing(uid: uuid.UUID) -> None:
    """A text of it was corrected: their working copies differ from what visitors read."""
    for content_kind, things in showing(uid).items():
        touch(KINDS[content_kind].model_class._default_manager.filter(uid__in=things))
