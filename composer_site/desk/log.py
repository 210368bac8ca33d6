"""The log of what staff did: stored as data, and read in the language of whoever reads it.

An entry is an act on an edition with its values, `{"act": "published", "number": 1}`; or a list of
changes as Django's admin has it, with keys where that has words of one language:
`[{"changed": {"name": "press.quote", "object": "…", "fields": ["press.quote.text_kk"]}}]`.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop, override

from composer_site.desk.field_words import field_of, label_with_language
from composer_site.desk.keys import KeyGuard
from composer_site.publishing.editions import Actor
from composer_site.publishing.working_copy import Publishable
from composer_site.values.dates import time_in_words
from composer_site.values.languages import current

# What each act reads like. The codes are stored: a code once written keeps its sentence.
ACTS = {
    "published": gettext_noop("Published as edition %(number)d."),
    "published-together": gettext_noop(
        "Published as edition %(number)d, in a selection of %(count)d."
    ),
    "scheduled": gettext_noop("Scheduled for %(time)s, as edition %(number)d."),
    "scheduled-together": gettext_noop(
        "Scheduled for %(time)s, as edition %(number)d, in a selection of %(count)d."
    ),
    "withdrawn": gettext_noop("Withdrawn as edition %(number)d."),
    "withdrawal-scheduled": gettext_noop(
        "Withdrawal scheduled for %(time)s, as edition %(number)d."
    ),
    "moved": gettext_noop("Moved edition %(number)d from %(before)s to %(time)s."),
    "cancelled": gettext_noop("Cancelled edition %(number)d, which was scheduled for %(time)s."),
    "cancelled-undated": gettext_noop("Cancelled edition %(number)d."),
    "redated": gettext_noop("Dated edition %(number)d to now: a wrong clock had said %(before)s."),
    "restored": gettext_noop("Restored edition %(number)d."),
}

KEY = re.compile(r"(\w+\.\w+)(?:\.(\w+))?")

Changes = list[dict[str, Any]]


class LoggingAdmin(KeyGuard):
    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Changes:
        said: Changes = [{"added": {}}] if add else []
        if form.changed_data and not add:
            said.append(changed(form.instance, form.changed_data))
        for formset in formsets or ():
            said += [{"added": _about(part)} for part in formset.new_objects]
            said += [changed(*part, is_part=True) for part in formset.changed_objects]
            said += [{"deleted": _about(part)} for part in formset.deleted_objects]
        return said

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().history_view(request, object_id, extra_context)
        translated(getattr(response, "context_data", {}).get("action_list", ()))
        return response


def changed(row: models.Model, columns: Iterable[str], *, is_part: bool = False) -> dict[str, Any]:
    fields = [f"{row._meta.label_lower}.{column}" for column in columns]
    about = _about(row) if is_part else {}
    return {"changed": {**about, "fields": fields}}


def changed_rows(model: type[models.Model]) -> dict[str, Any]:
    """Of a thing, of whose parts some changed."""
    return {"changed": {"fields": [model._meta.label_lower]}}


def _about(part: models.Model) -> dict[str, str]:
    with override(None):
        return {"name": part._meta.label_lower, "object": str(part)}


def record(user: Actor, things: Iterable[Any], said: Changes, flag: int = CHANGE) -> None:
    if things := list(things):
        LogEntry.objects.log_actions(user.pk, things, flag, said)  # type: ignore[arg-type]


def record_act(user: Actor | None, thing: Publishable, act: str, **values: object) -> None:
    """`act` is a key of ACTS; `values` fill its gaps, times as `{"at": ISO, "zone": name}`.
    What a command does is nobody's."""
    if user is None:
        return
    said = json.dumps({"act": act, **values})
    LogEntry.objects.log_actions(user.pk, [thing], CHANGE, said)  # type: ignore[arg-type]


def translated(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """The entries with the reader's words for their keys, not to be saved."""
    entries = list(entries)
    for entry in entries:
        entry.change_message = _in_words(entry.change_message)
    return entries


def _in_words(message: str) -> str:
    """What is no JSON is a sentence of before, in the language of whoever acted."""
    try:
        said = json.loads(message)
    except ValueError:
        return message
    if isinstance(said, dict):
        return _act_in_words(said)
    return json.dumps([_change_in_words(change) for change in said])


def _act_in_words(said: dict[str, Any]) -> str:
    """Times on the clock that they were meant on."""
    values = {
        key: _time(value) if isinstance(value, dict) else value for key, value in said.items()
    }
    sentence = ACTS[said["act"]]
    return gettext(sentence) % values


def _time(value: dict[str, str]) -> str:
    return time_in_words(dt.datetime.fromisoformat(value["at"]), value["zone"], current().code)


def _change_in_words(change: dict[str, Any]) -> dict[str, Any]:
    for about in change.values():
        if "name" in about:
            about["name"] = _word(about["name"], "verbose_name")
        if "fields" in about:
            about["fields"] = [_word(key, "verbose_name_plural") for key in about["fields"]]
    return change


def _word(key: str, of_model: str) -> str:
    """What a key names today. Words that an older entry has stay as they are."""
    found = KEY.fullmatch(key)
    if not found:
        return key
    try:
        model = apps.get_model(found[1])
    except LookupError:
        return key
    return _column(model, found[2]) if found[2] else str(getattr(model._meta, of_model))


def _column(model: type[models.Model], column: str) -> str:
    """With the language that it is in, if it is in one."""
    field = field_of(model, column)
    return label_with_language(field) if hasattr(field, "verbose_name") else capfirst(column)
