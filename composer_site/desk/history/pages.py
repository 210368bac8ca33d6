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

from composer_site.desk import rights
from composer_site.desk.addresses import move_address
from composer_site.desk.checks.readiness import blockers
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.forms.edit_conflicts import locked
from composer_site.desk.forms.translators import writes_source
from composer_site.desk.history.comparison import compare
from composer_site.desk.log import record_act
from composer_site.publishing import snapshot
from composer_site.publishing.documents import Documents
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import build
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import current

WORKING_COPY = "working-copy"


def editions_page(model_admin: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    thing, now = model_admin.thing(request, object_id, rights.SEE_EDITIONS), timezone.now()
    editions = editions_of(thing).select_related("published_by")
    context: dict[str, Any] = {
        "step": _("Editions"),
        "editions": prefer_current(
            [_row(model_admin, request, thing, edition, now) for edition in editions]
        ),
        "saved_at": on_own_clock(thing.updated_at),
        "saved_address": model_admin.address("saved", thing, current().code),
    }
    return render(
        request, "admin/publishing/editions.html", model_admin.context(request, thing, **context)
    )


def _row(
    model_admin: ContentAdmin,
    request: HttpRequest,
    thing: Publishable,
    edition: Any,
    now: dt.datetime,
) -> Edition:
    """The edition with what the list says of it and where its links lead."""
    edition.begins = on_own_clock(edition.starts_at)
    edition.ends = on_own_clock(edition.ends_at) if edition.ends_at else ""
    edition.status, edition.status_words = status_of(edition, now)
    number = edition.number
    edition.view_address = model_admin.address("edition", thing, number, current().code)
    if not edition.started(now) and request.user.has_perm(rights.OF_KIND[edition.kind]):
        edition.cancel_address = model_admin.address("cancel", thing, number)
        edition.move_address = move_address([edition.pk])
    if request.user.has_perm(rights.SEE_AHEAD):
        edition.then_address = reverse("travel", args=[edition.starts_at, f"{current().code}/"])
    if edition.kind == Edition.Kind.PUBLICATION and may_restore(model_admin, request, thing):
        edition.restore_address = model_admin.address("restore", thing, number)
    return edition


def editions_of(thing: Publishable) -> QuerySet[Edition]:
    """The last to start first."""
    return Edition.objects.filter(uid=thing.uid).defer("snapshot").order_by("-starts_at")


def prefer_current(editions: list[Any]) -> list[Any]:
    """The one offered for comparison with the working copy: what visitors read, or the newest."""
    live = next((edition for edition in editions if edition.status == "live"), None)
    for edition in editions:
        edition.preferred = edition is (live or editions[0])
    return editions


def status_of(edition: Edition, now: dt.datetime) -> tuple[str, str]:
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


def comparison_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str
) -> HttpResponse:
    """`old` and `new` are numbers of editions, or the working copy."""
    thing = model_admin.thing(request, object_id, rights.SEE_EDITIONS)
    old, new = request.GET.get("old", ""), request.GET.get("new", WORKING_COPY)
    context = {
        "step": _("Comparison"),
        "old": _name(old),
        "new": _name(new),
        **_compared(thing, old, new),
    }
    return render(
        request, "admin/publishing/comparison.html", model_admin.context(request, thing, **context)
    )


def _compared(thing: Publishable, old: str, new: str) -> dict[str, Any]:
    """What differs; or what stands in the way, for of what is broken no document can be built."""
    if WORKING_COPY in (old, new) and (found := blockers(thing)):
        return {"blockers": found}
    return {
        "comparison": compare(thing.content_kind, _documents(thing, old), _documents(thing, new))
    }


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


def may_restore(model_admin: ContentAdmin, request: HttpRequest, thing: Publishable) -> bool:
    changes = model_admin.has_change_permission(request, thing)
    return changes and writes_source(request.user)


def restore_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """Shows what the working copy would become again, and makes it so."""
    thing = model_admin.thing(request, object_id, rights.SEE_EDITIONS)
    if not may_restore(model_admin, request, thing):
        raise PermissionDenied
    edition = edition_or_404(thing, number)
    if edition.kind != Edition.Kind.PUBLICATION:
        raise Http404
    if request.method == "POST":
        with publishing_lock():
            thing = locked(thing)
            if request.POST.get("version") == str(thing.version):
                return _restore(model_admin, request, thing, edition)
    return _restore_question(model_admin, request, thing, edition)


def _restore(
    model_admin: ContentAdmin, request: HttpRequest, thing: Publishable, edition: Edition
) -> HttpResponse:
    gone = snapshot.restore(edition, thing)
    record_act(request.user, thing, "restored", number=edition.number)
    messages.success(
        request,
        _("The working copy is again as in edition %d. Nothing public has changed.")
        % edition.number,
    )
    if gone:
        messages.warning(request, _("No longer there, so left out: %s.") % ", ".join(gone))
    return redirect(model_admin.address("change", thing))


def _restore_question(
    model_admin: ContentAdmin, request: HttpRequest, thing: Publishable, edition: Edition
) -> HttpResponse:
    context = {
        "title": _("Restore: %s") % edition_in_words(edition),
        "step": _("Restore"),
        "edition": edition,
        "stale": request.method == "POST",
        "gone": snapshot.left_out(edition),
        **_compared(thing, WORKING_COPY, str(edition.number)),
    }
    return render(
        request, "admin/publishing/restore.html", model_admin.context(request, thing, **context)
    )
