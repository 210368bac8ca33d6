"""Where an administrator puts right what a wrong clock has recorded as later than now."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.desk.clocks import on_own_clock, on_three_clocks
from composer_site.desk.lists.publication_status import publishables
from composer_site.desk.naming import name_of
from composer_site.desk.publish.act_log import record_dated
from composer_site.publishing.lock import publishing_lock
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import put_time_right
from composer_site.publishing.timeline import misdated
from composer_site.publishing.working_copy import Publishable

TICKED = "edition"


def clock_page(request: HttpRequest) -> HttpResponse:
    if not request.user.is_superuser:
        raise PermissionDenied
    rows = _rows()
    if request.method == "POST":
        ticked = request.POST.getlist(TICKED)
        chosen = [(e, thing) for e, thing in rows if str(e.pk) in ticked]
        if _put_right(request, chosen):
            return redirect("clock")
    context = {
        **admin.site.each_context(request),
        "title": _("The clock"),
        "now": on_three_clocks(timezone.now()),
        "rows": [(e, name_of(thing), on_own_clock(e.published_at)) for e, thing in rows],
    }
    return render(request, "admin/publishing/clock.html", context)


def _rows() -> list[tuple[Edition, Publishable]]:
    """With the thing of each, the first act first."""
    editions = list(misdated(timezone.now()).defer("snapshot"))
    uids = {edition.uid for edition in editions}
    found = [m._default_manager.filter(uid__in=uids) for m in publishables()] if uids else []
    things = {row.uid: row for rows in found for row in rows}
    return [(edition, things[edition.uid]) for edition in editions if edition.uid in things]


def _put_right(request: HttpRequest, chosen: list[tuple[Edition, Publishable]]) -> bool:
    try:
        with publishing_lock():
            for edition, thing in chosen:
                record_dated(request.user, thing, put_time_right(edition))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return False
    message = ngettext("%d date was put right.", "%d dates were put right.", len(chosen))
    messages.success(request, message % len(chosen))
    return True
