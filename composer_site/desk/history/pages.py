"""The editions of a thing: the list, any two compared, one as it was, and the way back to it."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from composer_site.desk import rights
from composer_site.desk.addresses import move_address
from composer_site.desk.checks.readiness import blockers
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.forms.edit_conflicts import locked
from composer_site.desk.forms.translators import writes_source
from composer_site.desk.history.comparison import compare
from composer_site.desk.log import record_sentence
from composer_site.publishing import snapshot
from composer_site.publishing.documents import Documents
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition
from composer_site.publishing.release import build
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import current

WORKING_COPY = "working-copy"


def editions_page(desk: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    thing, now = desk.thing(request, object_id, rights.SEE_EDITIONS), timezone.now()
    editions = editions_of(thing).select_related("released_by")
    context: dict[str, Any] = {
        "step": _("Editions"),
        "editions": prefer_current(
            [_row(desk, request, thing, edition, now) for edition in editions]
        ),
        "saved_at": on_own_clock(thing.updated_at),
        "saved_address": desk.address("saved", thing, current().code),
    }
    return render(
        request, "admin/publishing/editions.html", desk.context(request, thing, **context)
    )


def _row(
    desk: ContentAdmin, request: HttpRequest, thing: Publishable, edition: Any, now: dt.datetime
) -> Edition:
    """The edition with what the list says of it and where its links lead."""
    edition.begins = on_own_clock(edition.starts_at)
    edition.ends = on_own_clock(edition.ends_at) if edition.ends_at else ""
    edition.standing, edition.standing_words = standing(edition, now)
    number = edition.number
    edition.view_address = desk.address("edition", thing, number, current().code)
    if not edition.started(now) and request.user.has_perm(rights.OF_KIND[edition.kind]):
        edition.cancel_address = desk.address("cancel", thing, number)
        edition.move_address = move_address([edition.pk])
    if request.user.has_perm(rights.SEE_AHEAD):
        edition.then_address = reverse("travel", args=[edition.starts_at, f"{current().code}/"])
    if edition.kind == Edition.Kind.RELEASE and may_bring_back(desk, request, thing):
        edition.bring_back_address = desk.address("bring_back", thing, number)
    return edition


def editions_of(thing: Publishable) -> QuerySet[Edition]:
    """The last to start first."""
    return Edition.objects.filter(uid=thing.uid).defer("source").order_by("-starts_at")


def prefer_current(editions: list[Any]) -> list[Any]:
    """The one offered for comparison with the working copy: what visitors read, or the newest."""
    live = next((edition for edition in editions if edition.standing == "live"), None)
    for edition in editions:
        edition.preferred = edition is (live or editions[0])
    return editions


def standing(edition: Edition, now: dt.datetime) -> tuple[str, str]:
    """(class, words) of what an edition is to visitors now."""
    withdraws = edition.kind == Edition.Kind.WITHDRAWAL
    if not edition.started(now):
        return "scheduled", _("withdrawal ahead") if withdraws else _("scheduled")
    if not edition.is_live(now):
        return "past", _("past withdrawal") if withdraws else _("past")
    return ("withdrawn", _("withdrawn")) if withdraws else ("live", _("public"))


def edition_or_404(thing: Publishable, number: int | str) -> Edition:
    edition = Edition.objects.filter(uid=thing.uid, number=int(number)).first()
    if edition is None:
        raise Http404
    return edition


def comparison_page(desk: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """`old` and `new` are numbers of editions, or the working copy."""
    thing = desk.thing(request, object_id, rights.SEE_EDITIONS)
    old, new = request.GET.get("old", ""), request.GET.get("new", WORKING_COPY)
    context = {
        "step": _("Comparison"),
        "old": _name(old),
        "new": _name(new),
        **_compared(thing, old, new),
    }
    return render(
        request, "admin/publishing/comparison.html", desk.context(request, thing, **context)
    )


def _compared(thing: Publishable, old: str, new: str) -> dict[str, Any]:
    """What differs; or what stands in the way, for of what is broken no document can be built."""
    if WORKING_COPY in (old, new) and (standing := blockers(thing)):
        return {"blockers": standing}
    return {"comparison": compare(thing.noun_name, _documents(thing, old), _documents(thing, new))}


def _documents(thing: Publishable, which: str) -> Documents:
    if which == WORKING_COPY:
        return build(thing)
    if not which.isascii() or not which.isdigit() or len(which) > 9:
        raise Http404
    return edition_or_404(thing, which).documents()


def _name(which: str) -> str:
    return _("the working copy") if which == WORKING_COPY else _("edition %s") % which


def edition_in_words(edition: Edition) -> str:
    words = {"number": edition.number, "kind": edition.get_kind_display()}
    return _("edition %(number)d (%(kind)s)") % words


def may_bring_back(desk: ContentAdmin, request: HttpRequest, thing: Publishable) -> bool:
    changes = desk.has_change_permission(request, thing)
    return changes and writes_source(request.user)


def bring_back_page(
    desk: ContentAdmin, request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """Shows what the working copy would become again, and makes it so."""
    thing = desk.thing(request, object_id, rights.SEE_EDITIONS)
    if not may_bring_back(desk, request, thing):
        raise PermissionDenied
    edition = edition_or_404(thing, number)
    if edition.kind != Edition.Kind.RELEASE:
        raise Http404
    if request.method == "POST":
        with publishing_lock():
            thing = locked(thing)
            if request.POST.get("version") == str(thing.version):
                return _bring_back(desk, request, thing, edition)
    return _bring_back_question(desk, request, thing, edition)


def _bring_back(
    desk: ContentAdmin, request: HttpRequest, thing: Publishable, edition: Edition
) -> HttpResponse:
    gone = snapshot.bring_back(edition, thing)
    said = gettext_noop("Brought edition %d back.")
    record_sentence(request.user, thing, said, edition.number)
    messages.success(
        request,
        _("The working copy is again as in edition %d. Nothing public has changed.")
        % edition.number,
    )
    if gone:
        messages.warning(request, _("No longer there, so left out: %s.") % ", ".join(gone))
    return redirect(desk.address("change", thing))


def _bring_back_question(
    desk: ContentAdmin, request: HttpRequest, thing: Publishable, edition: Edition
) -> HttpResponse:
    context = {
        "title": _("Bring back: %s") % edition_in_words(edition),
        "step": _("Bring back"),
        "edition": edition,
        "stale": request.method == "POST",
        "gone": snapshot.left_out(edition),
        **_compared(thing, WORKING_COPY, str(edition.number)),
    }
    return render(
        request, "admin/publishing/bring_back.html", desk.context(request, thing, **context)
    )
