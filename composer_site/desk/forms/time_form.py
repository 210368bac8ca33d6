"""Now, or a time on the clock of a zone: how staff say when."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.clocks import on_three_clocks, own_zone
from composer_site.desk.content_admin import ContentAdmin
from composer_site.publishing.timeline import LATEST
from composer_site.values.dates import ZONES, time_from_local

NOW, AHEAD = "now", "ahead"
CHECK_BUTTON = "_check"


class ClockForm(forms.Form):
    """A time on the clock of a zone: after cleaning, `chosen_time` is an aware datetime."""

    chosen_time: dt.datetime | None = None

    date = forms.DateField(
        label=gettext_lazy("Date"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    time = forms.TimeField(
        label=gettext_lazy("Time"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    zone = forms.ChoiceField(label=gettext_lazy("On the clock of"), choices=ZONES)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("zone", own_zone("Asia/Almaty"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.is_ahead(cleaned):
            self._clean_time(cleaned)
        return cleaned

    def is_ahead(self, cleaned: dict[str, Any]) -> bool:
        """Whether a time is to be given at all."""
        return True

    def _clean_time(self, cleaned: dict[str, Any]) -> None:
        for name, sentence in (("date", _("Give the date.")), ("time", _("Give the time."))):
            if name not in self.errors and not cleaned.get(name):
                self.add_error(name, sentence)
        if not self.errors.keys() & {"date", "time", "zone"}:
            self._read_time(cleaned)

    def _read_time(self, cleaned: dict[str, Any]) -> None:
        local = dt.datetime.combine(cleaned["date"], cleaned["time"])
        try:
            time = time_from_local(local, cleaned["zone"])
            self.chosen_time = time.astimezone(dt.UTC)
        except ValidationError as error:
            self.add_error("time", error)
        except OverflowError:  # in the first or the last year of all: too early, or too late
            self._check_bounds(local.replace(tzinfo=dt.UTC))
        else:
            self._check_bounds(self.chosen_time)

    def _check_bounds(self, time: dt.datetime) -> None:
        if time <= timezone.now():
            sentence = _("This time has passed. Choose a later one, or choose now.")
            self.add_error("date", sentence)
        elif time >= LATEST:
            self.add_error("date", _("Choose a time before the year 2100."))

    def time_in_words(self) -> list[str]:
        """On the clocks of Almaty, Beijing and UTC, in the language of whoever reads."""
        return on_three_clocks(self.chosen_time) if self.chosen_time and not self.errors else []


class TimeForm(ClockForm):
    """Now, when `chosen_time` is None, or a later time."""

    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=[(NOW, gettext_lazy("Now")), (AHEAD, gettext_lazy("At a set time"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    field_order = ("when",)

    def is_ahead(self, cleaned: dict[str, Any]) -> bool:
        return cleaned.get("when") == AHEAD

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("when") == NOW and (cleaned.get("date") or cleaned.get("time")):
            self.add_error("when", _("A date or a time is filled in: is it now, or ahead?"))
        return cleaned


def clock_of(time: dt.datetime, zone: str) -> dict[str, Any]:
    """What such a form says of a time."""
    local = time.astimezone(ZoneInfo(zone))
    return {"date": local.date(), "time": local.time(), "zone": zone}


def decided(form: forms.Form, request: HttpRequest) -> bool:
    """Whether it was sent to be done, and not only to be checked."""
    return request.method == "POST" and form.is_valid() and CHECK_BUTTON not in request.POST


def time_page(desk: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """For the script: the clocks at the time that is being typed, or what is wrong with it."""
    desk.thing(request, object_id)
    form = ClockForm(request.GET)
    form.is_valid()
    sentences = [sentence for errors in form.errors.values() for sentence in errors]
    context = {"clocks": form.time_in_words(), "sentence": " ".join(map(str, sentences))}
    return render(request, "admin/publishing/_clocks.html", context)
