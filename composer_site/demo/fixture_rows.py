"""Django's JSON fixtures, loaded row by row: each is checked in full, and an error names its row."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.core.management.color import no_style
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializationError
from django.db import connection, models

# A wrong value, an unknown field, a row without "model" or "fields".
STUMBLES = (DeserializationError, FieldDoesNotExist, KeyError)


class BadRow(Exception):
    """One sentence: the fixture, the row, the field where there is one, and what is wrong."""


@dataclass(frozen=True)
class Row:
    path: Path
    number: int
    entry: dict[str, Any]

    def __str__(self) -> str:
        fields = self.entry.get("fields", {})
        key = fields.get("slug") or fields.get("name") or self.entry.get("pk")
        return f"{shown(self.path)}, row {self.number} ({self.entry.get('model')} {key})"

    def wrong(self, field: str, message: str) -> BadRow:
        place = f"{self}, field {field}" if field else str(self)
        return BadRow(f"{place}: {message}")


def shown(path: Path) -> str:
    inside = path.is_relative_to(settings.BASE_DIR)
    return str(path.relative_to(settings.BASE_DIR) if inside else path)


def read(path: Path) -> Iterator[Row]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadRow(f"{shown(path)}: {error}") from error
    for number, entry in enumerate(entries, 1):
        yield Row(path, number, entry)


def store(row: Row, prepare: Callable[[Row, Any], None]) -> models.Model:
    """Check and save one row. `prepare(row, object)` comes in between, for what JSON cannot hold."""
    loaded = _deserialized(row)
    try:
        loaded.object.full_clean()
    except ValidationError as error:
        raise _invalid(row, error) from error
    prepare(row, loaded.object)
    # Not `loaded.save()`: that saves raw, past the models' own `save`.
    loaded.object.save()
    for name, related in loaded.m2m_data.items():
        getattr(loaded.object, name).set(related)
    return loaded.object


def _deserialized(row: Row) -> Any:
    try:
        return next(iter(deserialize("python", [row.entry])))
    except STUMBLES as error:
        cause = error.__cause__ if isinstance(error, DeserializationError) else None
        message = " ".join(getattr(cause, "messages", [str(cause or error)]))
        raise row.wrong(_culprit(row), message) from error


def _culprit(row: Row) -> str:
    """The field on which the deserializer stumbles; its own error names only the value."""
    for name, value in row.entry.get("fields", {}).items():
        alone = {"model": row.entry["model"], "pk": 1, "fields": {name: value}}
        try:
            list(deserialize("python", [alone]))
        except STUMBLES:
            return name
    return ""


def _invalid(row: Row, error: ValidationError) -> BadRow:
    field, messages = next(iter(error.message_dict.items()))
    return row.wrong("" if field == NON_FIELD_ERRORS else field, " ".join(messages))


def reset_sequences(stored: set[type[models.Model]]) -> None:
    """Rows came with their keys; PostgreSQL would hand out the same ones to the next."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(stored))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
