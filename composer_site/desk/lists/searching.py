"""Search in the lists of staff finds any script, whatever its case, accents and alphabet.

It reads the columns in which rows keep their names folded (`publishing/finding.py`).
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.admin.utils import get_fields_from_path, get_model_from_relation
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.text import smart_split, unescape_string_literal

from composer_site.values.folding import folded

MAX_CHARACTERS, MAX_WORDS = 300, 20
FEW = 1000


def search(rows: QuerySet[Any], fields: Iterable[str], text: str) -> QuerySet[Any]:
    """Rows in which each word of `text` stands in one of the fields, theirs or of what they name.

    A list counts, dates and orders its rows in queries of their own: a few are looked for once.
    Nothing is found by a text so long that nobody has typed it, and a list without fields is whole.
    """
    if len(text) > MAX_CHARACTERS:
        return rows.none()
    found = rows
    for word in words_of(text):
        held = (holding(rows.model, field, word) for field in fields)
        found = found.filter(reduce(or_, held, Q()))
    return found if found is rows else asked_once(rows, found)


def asked_once(rows: QuerySet[Any], found: QuerySet[Any]) -> QuerySet[Any]:
    keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
    return found if len(keys) > FEW else rows.filter(pk__in=keys)


def words_of(text: str) -> list[str]:
    found = [part for part in smart_split(text.replace("\x00", "")) if part]
    return [
        folded(unescape_string_literal(part) if part[0] in "\"'" and part[0] == part[-1] else part)
        for part in found[:MAX_WORDS]
    ]


def holding(model: type[models.Model], field: str, word: str) -> Q:
    """Rows by what they name are asked from its side and once: no join, and no row twice."""
    path, _, column = field.rpartition("__")
    if not path:
        return Q(**{f"{column}__contains": word})
    other = get_model_from_relation(get_fields_from_path(model, path)[-1])
    found = other._default_manager.filter(**{f"{column}__contains": word}).order_by()
    rows = model._default_manager.filter(**{f"{path}__in": found.values("pk")}).order_by()
    return Q(pk__in=rows.values("pk"))
