"""What staff find a row by: its names and titles, folded, in a column of its own.

The column follows from others, whoever writes the row: a save, a fixture, `bulk_create`, a restored
edition. `update` alone goes past it, and the check below names what it left behind.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError, models
from django.db.models.query_utils import DeferredAttribute

from composer_site.publishing.translations import columns_of
from composer_site.values.folding import folded


class Folding(DeferredAttribute):
    """Asked of a row, it is folded anew: nothing that stores the row can store an old one."""

    def __get__(self, row: Any, owner: Any = None) -> Any:
        return self if row is None else row.fold()

    def __set__(self, row: object, stored: str) -> None:
        row.__dict__["folded"] = stored


class FoldedField(models.TextField):  # type: ignore[type-arg]
    """No record, fixture or form has it. Migrations see a plain text."""

    descriptor_class = Folding

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "default": "", "editable": False, "serialize": False})

    def deconstruct(self) -> Any:
        name, _path, positional, options = super().deconstruct()
        return name, "django.db.models.TextField", positional, options


class Findable(models.Model):
    """`found_by` are the columns, or the texts in four languages, that people look for."""

    found_by: ClassVar[tuple[str, ...]]

    folded = FoldedField()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if options.get("update_fields"):
            options["update_fields"] = {*options["update_fields"], "folded"}
        super().save(*args, **options)

    def fold(self) -> str:
        """A line of each text that there is."""
        texts = (getattr(self, column) for column in columns_of(type(self), self.found_by))
        return folded("\n".join(filter(None, texts)))

    @classmethod
    def with_old_folding(cls) -> Iterator[Self]:
        rows = cls._base_manager.only(*columns_of(cls, cls.found_by), "folded").order_by("pk")
        for row in rows.iterator(chunk_size=500):
            if row.__dict__["folded"] != row.folded:
                yield row

    @classmethod
    def check(cls, **options: Any) -> list[CheckMessage]:
        """The rows themselves only with `check --database`, and none before they are migrated."""
        found = super().check(**options)
        try:
            old = options.get("databases") and next(cls.with_old_folding(), None)
        except DatabaseError:
            return found
        return [*found, old_warning(cls, old.pk)] if old else found


def old_warning(model: type[Findable], key: object) -> Warning:
    return Warning(
        f"Staff do not find the {model._meta.verbose_name} {key} by its names of today.",
        hint="It was changed by SQL, or search reads letters in another way now: "
        "run `manage.py rebuild_search`.",
        obj=model,
        id="composer.W012",
    )


def fold_anew(model: type[Findable]) -> int:
    """How many rows were not as they would be saved today."""
    rows = list(model.with_old_folding())
    model._base_manager.bulk_update(rows, ["folded"], batch_size=200)
    return len(rows)
