"""The record an edition keeps of its working copy, and the way back from it.

It is stored as `{"schema": 2, "rows": […]}`; those of the first schema are the rows alone.
"""

import json
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from composer_site.publishing.models import Edition
from composer_site.publishing.nouns import NOUNS
from composer_site.publishing.working_copy import Publishable

Record = list[dict[str, Any]]


def capture(whole: Publishable) -> dict[str, Any]:
    """The row and its parts as Django's serializer writes them, the whole first."""
    rows = [whole]
    for name in whole.noun.parts:
        rows += getattr(whole, name).all()
    record = json.loads(serializers.serialize("json", rows))
    return {"schema": whole.noun.record_schema, "rows": record}


def read(edition: Edition) -> tuple[Record, list[str]]:
    """Its record in today's shape, and the names of what it holds that no model knows."""
    noun = NOUNS[edition.noun]
    models_of_noun = (noun.model_class, *noun.parts.values())
    known = {model._meta.label_lower: model for model in models_of_noun}
    entries = [(known.get(entry["model"]), entry) for entry in _lifted(edition)]
    unknown = [name for model, entry in entries for name in _unknown(model, entry)]
    record = [_of_today(model, entry) for model, entry in entries if model]
    return record, list(dict.fromkeys(unknown))


def left_out(edition: Edition) -> list[str]:
    """The names of all that bringing it back would leave out."""
    record, unknown = read(edition)
    return unknown + dead_references(record)


def _lifted(edition: Edition) -> Record:
    stored = edition.source
    record = {"schema": 1, "rows": stored} if isinstance(stored, list) else stored
    return NOUNS[edition.noun].lift_record(record)["rows"]


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


def bring_back(edition: Edition, whole: Publishable) -> list[str]:
    """Make the working copy what it was at that edition. Names what is gone since."""
    record, gone = read(edition)
    gone += dead_references(record)
    kept: dict[str, set[Any]] = {}
    for entry in record:
        kept.setdefault(entry["model"], set()).add(entry["pk"])
    _remove_later_parts(whole, kept)
    for restored in serializers.deserialize("python", record):
        gone += _restore(restored, whole)
    return gone


def dead_references(record: Record) -> list[str]:
    """Empties, in the record itself, what leads to rows that no longer exist, and names them."""
    return list(dict.fromkeys(name for entry in record for name in drop_dead_references(entry)))


def _restore(restored: Any, whole: Publishable) -> list[str]:
    """Save one row as it was. A part that means nothing without what is gone is named instead."""
    row = restored.object
    if isinstance(row, Publishable):
        row.version, row.uid, row.updated_at = whole.version + 1, whole.uid, timezone.now()
    elif not _stands(row):
        type(row)._default_manager.filter(pk=row.pk).delete()
        return [capfirst(str(row._meta.verbose_name))]
    row.note_translations()  # which serializers go past
    restored.save()
    return []


def _stands(part: Any) -> bool:
    required = [field for field in part._meta.fields if field.is_relation and not field.null]
    try:
        part.validate_constraints()
    except ValidationError:
        return False
    return all(getattr(part, field.attname) is not None for field in required)


def _remove_later_parts(whole: Publishable, kept: dict[str, set[Any]]) -> None:
    for name in whole.noun.parts:
        parts = getattr(whole, name).all()
        parts.exclude(pk__in=kept.get(parts.model._meta.label_lower, set())).delete()


def drop_dead_references(entry: dict[str, Any]) -> list[str]:
    """Empty the foreign keys of one entry whose rows no longer exist; say which they were."""
    model, gone = apps.get_model(entry["model"]), []
    for field in (*model._meta.fields, *model._meta.many_to_many):
        value = entry["fields"].get(field.name)
        if isinstance(field, models.ForeignKey | models.ManyToManyField) and value:
            gone += _drop_dead(entry, field, value)
    return gone


def _drop_dead(entry: dict[str, Any], field: Any, value: Any) -> list[str]:
    wanted = value if isinstance(value, list) else [value]
    rows = field.related_model._default_manager.filter(pk__in=wanted)
    alive = set(rows.values_list("pk", flat=True))
    dead = [pk for pk in wanted if pk not in alive]
    if dead:
        left = [pk for pk in wanted if pk in alive]
        entry["fields"][field.name] = left if isinstance(value, list) else None
    return [_name(field.related_model, pk) for pk in dead]


def _name(model: type[models.Model], pk: Any) -> str:
    """As the log of what staff did called it, when it was deleted."""
    entries = LogEntry.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id=str(pk),
    )
    names = entries.values_list("object_repr", flat=True).order_by("-action_time")
    return f"{capfirst(str(model._meta.verbose_name))}: {names.first() or pk}"
