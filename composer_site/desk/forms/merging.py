"""A refused form keeps what its writer typed, and takes over what somebody else has stored.

A field that the writer left as it was when the form was opened gets today's value; one that the
writer changed keeps the writer's. So saving again loses nothing that was not seen.
"""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.core import serializers
from django.db import models
from django.forms import BaseModelFormSet, CheckboxInput, MultiWidget
from django.http import HttpRequest, QueryDict

from composer_site.desk.record_fields import Key, Record, by_key
from composer_site.publishing.translations import comparable

Values = dict[str, list[str]]


def merge(admin: Any, request: HttpRequest, row: models.Model, loaded: Record) -> Any:
    """The POST to show again."""
    data = request.POST.copy()
    fields = flatten_fieldsets(admin.get_fieldsets(request, row))
    form = admin.get_form(request, row, change=True, fields=fields)
    was = values(loaded_form(form, loaded[0]))
    for name, value in merged(take(data, was), was, values(form(instance=row))).items():
        put(data, name, value)
    for formset, inline in admin.get_formsets_with_inlines(request, row):
        prefix = formset.get_default_prefix()
        options = admin.get_formset_kwargs(request, row, inline, prefix)
        for name in ("data", "files", "save_as_new"):
            options.pop(name, None)
        merge_formset(data, formset(**options), by_key(loaded))
    return data


def loaded_form(form: type[forms.ModelForm], entry: dict[str, Any]) -> Any:
    """An unbound form that shows a row as it was."""
    row = next(iter(serializers.deserialize("python", [entry], ignorenonexistent=True)))
    return form(instance=row.object, initial=row.m2m_data)


def values(form: forms.ModelForm, prefix: str = "") -> Values:
    """What a browser would send of an unbound form, by the names without the prefix."""
    sent: Values = {}
    for bound in form:
        sent |= sent_by(bound.field.widget, bound.html_name.removeprefix(prefix), bound.value())
    return sent


def sent_by(widget: Any, name: str, value: object) -> Values:
    widget = getattr(widget, "widget", widget)  # RelatedFieldWidgetWrapper
    if isinstance(widget, MultiWidget):
        values = enumerate(widget.decompress(value) or ())
        return {f"{name}_{i}": plain(widget.widgets[i].format_value(item)) for i, item in values}
    if isinstance(widget, CheckboxInput):
        return {name: ["on"] if value else []}
    return {name: plain(widget.format_value(value))}


def plain(value: object) -> list[str]:
    several = value if isinstance(value, list | tuple) else [value]
    return [str(item) for item in several if item not in (None, "")] or [""]


def put(data: QueryDict, name: str, value: list[str]) -> None:
    """A box that is not ticked is not sent at all."""
    data.pop(name, None)
    if value:
        data.setlist(name, value)


def take(data: QueryDict, names: Values, prefix: str = "") -> Values:
    return {name: data.getlist(f"{prefix}{name}") for name in names}


def merged(mine: Values, was: Values, now: Values) -> Values:
    return {
        name: now.get(name, mine[name]) if same(mine[name], was[name]) else mine[name]
        for name in mine
    }


def same(mine: list[str], was: list[str]) -> bool:
    return sorted(filter(None, map(comparable, mine))) == sorted(filter(None, map(comparable, was)))


def merge_formset(data: QueryDict, formset: BaseModelFormSet, loaded: dict[Key, Any]) -> None:
    """Rows that are stored now come first, each with its key; then what the writer added."""
    mine = list(posted_rows(data, str(formset.prefix)))
    rows = [stored_row(form, mine, loaded) for form in formset.initial_forms]
    added = [row for row in mine if not row.get("id") or is_lost_work(row, formset, loaded)]
    for name in [name for name in data if name.startswith(f"{formset.prefix}-")]:
        if not name.endswith("_FORMS"):
            del data[name]
    for index, row in enumerate([*rows, *added]):
        for name, value in row.items():
            put(data, f"{formset.prefix}-{index}-{name}", value)
    data[f"{formset.prefix}-INITIAL_FORMS"] = str(len(rows))
    data[f"{formset.prefix}-TOTAL_FORMS"] = str(len(rows) + len(added))


def posted_rows(data: QueryDict, prefix: str) -> Iterator[Values]:
    found: dict[int, Values] = {}
    for name in data:
        if match := re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,9}})-(.+)", name):
            found.setdefault(int(match[1]), {})[match[2]] = data.getlist(name)
    for index in sorted(found):
        row = found[index]
        yield {name: value for name, value in row.items() if name != "id" or value != [""]}


def stored_row(form: forms.ModelForm, mine: list[Values], loaded: dict[Key, Any]) -> Values:
    now = values(form, f"{form.prefix}-")
    posted = next((row for row in mine if row.get("id") == [str(form.instance.pk)]), None)
    entry = loaded.get((form._meta.model._meta.label_lower, form.instance.pk))
    if posted is None or entry is None:
        return now
    was = values(loaded_form(type(form), entry))
    kept = {name: posted.get(name, []) for name in {**posted, **was}}
    return kept | now_or_mine(kept, was, now)


def now_or_mine(kept: Values, was: Values, now: Values) -> Values:
    return merged({name: kept[name] for name in was}, was, now)


def is_lost_work(row: Values, formset: BaseModelFormSet, loaded: dict[Key, Any]) -> bool:
    """Somebody removed the part while the writer changed it: it comes back as a new one."""
    label = formset.model._meta.label_lower  # type: ignore[union-attr]
    stored = {str(form.instance.pk) for form in formset.initial_forms}
    shown = {str(pk): entry for (name, pk), entry in loaded.items() if name == label}
    entry = shown.get(row["id"][0])
    if row["id"][0] in stored or entry is None or row.get("DELETE") == ["on"]:
        return False
    was = values(loaded_form(formset.form, entry))
    row.pop("id")
    return any(not same(row.get(name, []), was[name]) for name in was if name != "position")
