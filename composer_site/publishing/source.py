"""The record an edition keeps of its working copy, and the way back from it."""

import json
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models

from composer_site.publishing.models import Edition, Publishable

Record = list[dict[str, Any]]


def capture(whole: Publishable) -> Record:
    """The row and its parts as Django's serializer writes them, the whole first."""
    rows = [whole]
    for name in whole.noun.parts:
        rows += getattr(whole, name).all()
    return json.loads(serializers.serialize("json", rows))


def bring_back(edition: Edition, whole: Publishable) -> list[str]:
    """Make the working copy what it was at that edition. Names the references that are gone."""
    record, gone = edition.source, []
    kept: dict[str, set[Any]] = {}
    for entry in record:
        gone += drop_dead_references(entry)
        kept.setdefault(entry["model"], set()).add(entry["pk"])
    _remove_later_parts(whole, kept)
    version = whole.version
    for restored in serializers.deserialize("python", record, ignorenonexistent=True):
        _save(restored, whole, version)
    return gone


def _save(restored: Any, whole: Publishable, version: int) -> None:
    row = restored.object
    if isinstance(row, Publishable):
        row.version, row.slug, row.uid = version + 1, row.slug, whole.uid
    restored.save()


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
    return [f"{field.related_model._meta.verbose_name} {pk}" for pk in dead]
