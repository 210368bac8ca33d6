"""The record an edition keeps of its working copy, and the way back from it."""

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
from composer_site.publishing.working_copy import Publishable

Record = list[dict[str, Any]]


def capture(whole: Publishable) -> Record:
    """The row and its parts as Django's serializer writes them, the whole first."""
    rows = [whole]
    for name in whole.noun.parts:
        rows += getattr(whole, name).all()
    return json.loads(serializers.serialize("json", rows))


def bring_back(edition: Edition, whole: Publishable) -> list[str]:
    """Make the working copy what it was at that edition. Names what is gone since."""
    record = edition.source
    gone = dead_references(record)
    kept: dict[str, set[Any]] = {}
    for entry in record:
        kept.setdefault(entry["model"], set()).add(entry["pk"])
    _remove_later_parts(whole, kept)
    for restored in serializers.deserialize("python", record, ignorenonexistent=True):
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
