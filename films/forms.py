"""What staff type of a film in another form than it is stored in."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.admin.sites import site
from django.core.exceptions import ValidationError
from django.forms.fields import BaseTemporalField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.forms.autocomplete_widgets import ChosenRows
from composer_site.desk.forms.staff_form import StaffForm
from composer_site.library.models import Picture
from composer_site.values.codes import CodeSelect
from composer_site.values.dates import time_from_local
from films.models import Still

CLOCK = "%Y-%m-%dT%H:%M"


class ClockField(BaseTemporalField):
    """Cleans to what a clock shows: a naive datetime, which only its zone makes a time."""

    widget = forms.DateTimeInput(format=CLOCK, attrs={"type": "datetime-local"})
    input_formats = [CLOCK, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
    default_error_messages = {"invalid": gettext_lazy("Write it as 2019-05-17 19:00.")}

    def to_python(self, value: Any) -> dt.datetime | None:
        return None if value in self.empty_values else super().to_python(value)

    def strptime(self, value: str, format: str) -> dt.datetime:
        return dt.datetime.strptime(value, format)


class CreditForm(StaffForm):
    class Meta:
        widgets = {"department": CodeSelect, "role": CodeSelect}


class ScreeningForm(StaffForm):
    """Its hour is that of its own zone, wherever whoever types it lives."""

    starts_at = ClockField(
        label=gettext_lazy("Begins"),
        required=False,
        help_text=gettext_lazy(
            "Only where the hour is known, as clocks in the time zone beside it show it."
        ),
    )

    class Meta:
        widgets = {"zone": CodeSelect}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if time := self.instance.local_start:
            self.initial["starts_at"] = time.replace(tzinfo=None)

    def clean(self) -> Any:
        cleaned = super().clean()
        if local := cleaned.get("starts_at"):
            self._read_time(cleaned, local)
        return cleaned

    def _read_time(self, cleaned: dict[str, Any], local: dt.datetime) -> None:
        zone = cleaned.get("zone") or self.instance.zone
        try:
            cleaned["starts_at"] = time_from_local(local, zone).astimezone(dt.UTC)
        except ValidationError as error:
            self.add_error("starts_at", error)
        except OverflowError:
            self.add_error("starts_at", _("The calendar has no such time."))


class NewStillsForm(StaffForm):
    """Several pictures become stills in one step, in the order in which they were chosen."""

    pictures = forms.ModelMultipleChoiceField(
        Picture.objects.all(),
        label=gettext_lazy("Pictures"),
        help_text=gettext_lazy("As many as you like; they come last, in this order."),
        widget=ChosenRows(Still._meta.get_field("picture"), site),
    )

    def clean(self) -> Any:
        cleaned = super().clean()
        film, pictures = cleaned.get("film"), cleaned.get("pictures")
        if film and pictures:
            again = film.stills.filter(picture__in=pictures).select_related("picture")
            for still in again:
                self.add_error("pictures", _("“%s” is one of its stills already.") % still)
        return cleaned

    def chosen(self) -> list[Picture]:
        keys = [int(key) for key in self.data.getlist(self.add_prefix("pictures"))]
        return sorted(self.cleaned_data["pictures"], key=lambda picture: keys.index(picture.pk))
