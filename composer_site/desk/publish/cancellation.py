"""The page that cancels a scheduled edition."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from composer_site.desk import rights
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.history.pages import edition_in_words, edition_or_404
from composer_site.desk.publish.act_log import record_cancelled
from composer_site.desk.publish.what_is_scheduled import what_is_scheduled
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import cancel


def cancel_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """Says what will be public once the scheduled edition is cancelled, and cancels it."""
    thing = model_admin.thing(request, object_id, rights.SEE_EDITIONS)
    edition = edition_or_404(thing, number)
    if not request.user.has_perm(rights.OF_KIND[edition.kind]):
        raise PermissionDenied
    context: dict[str, Any] = {
        "title": _("Cancel: %s") % edition_in_words(edition),
        "step": _("Cancel"),
    }
    if request.method == "POST":
        try:
            cancel(edition)
        except ValidationError as error:
            context["sentences"] = error.messages
        else:
            record_cancelled(request.user, thing, edition)
            rest = what_is_scheduled(thing)
            messages.success(request, (_("Edition %d is cancelled.") % edition.number) + rest)
            return redirect(model_admin.address("editions", thing))
    context |= {"edition": edition, "consequence": consequence(edition)}
    return render(
        request, "admin/publishing/cancel.html", model_admin.context(request, thing, **context)
    )


def consequence(edition: Edition) -> str:
    """What visitors see from the time at which the cancelled edition would have started."""
    time = on_own_clock(edition.starts_at)
    previous = Edition.objects.filter(uid=edition.uid, ends_at=edition.starts_at).first()
    if previous is None:
        return _("Nothing of it is public then: %s.") % time
    if previous.kind == Edition.Kind.WITHDRAWAL:
        return _("It stays withdrawn then: %s.") % time
    words = {"number": previous.number, "time": time}
    return _("Visitors go on reading edition %(number)d then: %(time)s.") % words
