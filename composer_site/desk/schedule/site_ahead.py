"""The site ahead: what will change and when, and the way to the site at any time."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from composer_site.desk.addresses import move_address
from composer_site.desk.clocks import from_now, on_three_clocks
from composer_site.desk.forms.time_form import ClockForm
from composer_site.desk.rights import SEE_AHEAD, may_move
from composer_site.desk.schedule.transitions import Transition, transitions
from composer_site.desk.schedule.travel import EARLIEST, placed
from composer_site.publishing.timeline import LATEST
from composer_site.values.languages import CHOICES, current


class TravelForm(ClockForm):
    """A time ahead, or one that has passed, and a language."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=CHOICES)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("language", current().code)

    def _check_bounds(self, time: dt.datetime) -> None:
        if not EARLIEST <= time < LATEST:
            self.add_error("date", _("Choose a time between the years 1900 and 2100."))

    def address(self) -> str:
        return reverse("travel", args=[self.chosen_time, f"{self.cleaned_data['language']}/"])


@require_safe
def site_ahead(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(SEE_AHEAD):
        raise PermissionDenied
    form = TravelForm(request.GET or None)
    if form.is_valid():
        return redirect(form.address())
    context = {
        **admin.site.each_context(request),
        "title": _("The site ahead"),
        "form": form,
        "transitions": [_row(request, t) for t in transitions(timezone.now())],
    }
    return render(request, "admin/publishing/ahead.html", context)


def _row(request: HttpRequest, transition: Transition) -> dict[str, Any]:
    time, language = transition.time, current()
    editions = [change.edition.pk for change in transition.changes if change.edition]
    return {
        "clocks": on_three_clocks(time),
        "away": from_now(time),
        "changes": placed(transition.changes, time, language),
        "address": reverse("travel", args=[time, f"{language.code}/"]),
        "move": move_address(editions) if editions and may_move(request.user) else "",
    }
