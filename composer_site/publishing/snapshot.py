"""The record an edition keeps of its working copy, and the way back from it.

It is stored as `{"schema": 2, "rows": […]}`; those of the first schema are the rows alone.
"""

import json
from typing import Any

from django.core import serializers
from django.db import models
from django.utils.text import capfirst

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition
from composer_site.publishing.restoring import Record, dead_references, write_back
from composer_site.publishing.working_copy import Publishable


def capture(whole: Publishable) -> dict[str, Any]:
    """The row and its parts as Django's serializer writes them, the whole first."""
    rows = [whole]
    for name in KINDS[whole.content_kind].parts:
        rows += getattr(whole, name).all()
    record = json.loads(serializers.serialize("json", rows))
    return {"schema": KINDS[whole.content_kind].record_schema, "rows": record}


def read(edition: Edition) -> tuple[Record, list[str]]:
    """Its record in today's shape, and the names of what it holds that no model knows."""
    content_kind = KINDS[edition.content_kind]
    models_of_kind = (content_kind.model_class, *content_kind.parts.values())
    known = {model._meta.label_lower: model for model in models_of_kind}
    entries = [(known.get(entry["model"]), entry) for entry in _lifted(edition)]
    unknown = [name for model, entry in entries for name in _unknown(model, entry)]
    record = [_of_today(model, entry) for model, entry in entries if model]
    return record, list(dict.fromkeys(unknown))


def left_out(edition: Edition) -> list[str]:
    """The names of all that restoring it would leave out."""
    record, unknown = read(edition)
    return unknown + dead_references(record)


def _lifted(edition: Edition) -> Record:
    stored = edition.snapshot
    record = {"schema": 1, "rows": stored} if isinstance(stored, list) else stored
    return KINDS[edition.content_kind].lift_record(record)["rows"]


def _unknown(model: type[models.Model] | None, entry: dict[str, Any]) -> list[str]:
    if model is None:
        return [entry["model"]]
    kind, fields = capfirst(str(model._meta.verbose_name)), _fields(model)
    return [f"{kind}: {name}" for name in entry["fields"] if name not in fields]


def _of_today(model: type[models.Model], entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with the fields that there are; a relation to many that it lacks led nowhere."""
    fields = _fields(model)
    known = {name: value for name, value in entry["fields"].items() if name in fields}
    return {**entry, "fields": {**{field.name: [] for field in model._meta.many_to_many}, **known}}


def _fields(model: type[models.Model]) -> set[str]:
    return {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}


def restore(edition: Edition, whole: Publishable) -> list[str]:
    """Make the working copy what it was at that edition. Names what is gone since."""
    record, gone = read(edition)
    return gone + write_back(record, whole)
