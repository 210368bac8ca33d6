"""From the record of an edition back into the working copy, with as many queries for three hundred
parts as for three: it happens under the lock of the whole site."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Part, Publishable

Record = list[dict[str, Any]]
Reference = tuple[dict[str, Any], Any, Any]  # the record's entry, the field, the key it leads to


def write_back(record: Record, whole: Publishable) -> list[str]:
    """Make the working copy what the record says. Names what is gone since."""
    dead = _take_out_dead(record)
    restored, *parts = serializers.deserialize("python", record, ignorenonexistent=True)
    _restore_whole(restored, whole)
    rows: set[Any] = {part.object for part in parts}
    for row in rows:
        setattr(row, row.whole_name, restored.object)  # or each would fetch it
        row.note_translations()  # which serializers go past
    thinned = {(entry["model"], entry["pk"]) for entry, _field, _key in dead}
    fallen = [part.object for part in parts if not _stands(part.object, thinned)]
    _restore_parts(whole, rows.difference(fallen))
    return _names(dead) + [capfirst(str(row._meta.verbose_name)) for row in fallen]


def dead_references(record: Record) -> list[str]:
    """Empties, in the record itself, what leads to rows that no longer exist, and names them."""
    return _names(_take_out_dead(record))


def _restore_whole(restored: Any, whole: Publishable) -> None:
    row = restored.object
    row.version, row.uid, row.updated_at = whole.version + 1, whole.uid, timezone.now()
    row.note_translations()
    restored.save()


def _restore_parts(whole: Publishable, rows: set[Part]) -> None:
    for name in KINDS[whole.content_kind].parts:
        parts = getattr(whole, name)
        kept = [row for row in rows if type(row) is parts.model]
        parts.exclude(pk__in=[row.pk for row in kept]).delete()
        fields = parts.model._meta.concrete_fields
        columns = [field.name for field in fields if not field.primary_key]
        parts.model._default_manager.bulk_create(
            kept, update_conflicts=True, unique_fields=["pk"], update_fields=columns
        )


def _stands(part: models.Model, thinned: set[tuple[str, Any]]) -> bool:
    """A part may mean nothing without what is gone; one that has lost nothing stood before."""
    if (part._meta.label_lower, part.pk) not in thinned:
        return True
    required = [field for field in part._meta.fields if field.is_relation and not field.null]
    try:
        part.validate_constraints()
    except ValidationError:
        return False
    return all(getattr(part, field.attname) is not None for field in required)


def _take_out_dead(record: Record) -> list[Reference]:
    references = list(_references(record))
    alive = {
        model: _alive(model, references) for model in {f.related_model for _, f, _ in references}
    }
    dead = [
        (entry, field, key)
        for entry, field, key in references
        if key not in alive[field.related_model]
    ]
    for entry, field, key in dead:
        value = entry["fields"][field.name]
        left = [other for other in value if other != key] if isinstance(value, list) else None
        entry["fields"][field.name] = left
    return dead


def _references(record: Record) -> Iterator[Reference]:
    for entry in record:
        meta = apps.get_model(entry["model"])._meta
        for field in (*meta.fields, *meta.many_to_many):
            value = entry["fields"].get(field.name)
            if isinstance(field, models.ForeignKey | models.ManyToManyField) and value:
                keys = value if isinstance(value, list) else [value]
                yield from ((entry, field, key) for key in keys)


def _alive(model: type[models.Model], references: list[Reference]) -> set[Any]:
    keys = {key for _entry, field, key in references if field.related_model is model}
    return set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))


def _names(dead: list[Reference]) -> list[str]:
    """As the log of what staff did called them, when they were deleted."""
    keys: dict[Any, list[Any]] = {}
    for _entry, field, key in dead:
        keys.setdefault(field.related_model, []).append(key)
    logged = {model: _logged(model, gone) for model, gone in keys.items()}
    return list(
        dict.fromkeys(
            f"{capfirst(str(field.related_model._meta.verbose_name))}:"
            f" {logged[field.related_model].get(str(key), key)}"
            for _entry, field, key in dead
        )
    )


def _logged(model: type[models.Model], keys: list[Any]) -> dict[str | None, str]:
    entries = LogEntry.objects.filter(
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id__in=map(str, keys),
    )
    return dict(entries.order_by("action_time").values_list("object_id", "object_repr"))
