"""Which columns of a model stand in one CSV file: a row of the file is a row of the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from composer_site.desk.field_words import field_of
from composer_site.desk.tables.columns import Column, column_of
from composer_site.publishing.translations import columns_of
from composer_site.publishing.working_copy import Part


@dataclass(frozen=True)
class Table:
    """`columns` are fields; the name of a translatable text stands for its four.

    `of` leads from a row to the row of the list that it is exported from, where that is another.
    """

    name: str
    label: str | Promise
    model: type[Model]
    columns: tuple[str, ...]
    of: str = ""

    @property
    def key(self) -> str:
        """What names a row: a thing its slug; a part the number that the site gave it."""
        return "id" if self.whole else "slug"

    @property
    def whole(self) -> str:
        """The column of what a part belongs to."""
        return self.model.whole_name if issubclass(self.model, Part) else ""

    def fresh_columns(self) -> dict[str, Column]:
        """New ones for each reading: they look things up."""
        names = columns_of(self.model, (self.key, *self.columns))
        return {name: column_of(field_of(self.model, name)) for name in names}

    def rows(self, listed: QuerySet[Any]) -> QuerySet[Any]:
        """Of what a list of the admin holds."""
        keys = listed.order_by().values("pk")
        rows = self.model._default_manager.filter(**{f"{self.of or 'pk'}__in": keys})
        return rows.order_by(*self._order()).prefetch_related(*self.references())

    def _order(self) -> list[str]:
        return [f"{self.whole}__slug", "position", "pk"] if self.whole else ["slug"]

    def references(self) -> list[str]:
        fields = map(self.model._meta.get_field, columns_of(self.model, self.columns))
        return [field.name for field in fields if field.is_relation]

    def written(self, rows: QuerySet[Any]) -> Iterator[list[str]]:
        columns = self.fresh_columns()
        yield list(columns)
        for row in rows.iterator(chunk_size=2000):
            yield [column.written(row) for column in columns.values()]
