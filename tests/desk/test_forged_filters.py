"""No list of the admin breaks by what its address asks, whichever model it lists."""

from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.db.models import DateField, ForeignKey
from django.urls import reverse
from factories import make_superuser

pytestmark = pytest.mark.django_db

LISTS = sorted(admin.site._registry, key=lambda model: model._meta.label)
WORDS = ["(", "\\", "\x00", "é" * 30_000]
NUMBERS = ["0", "99999", "9" * 30, "x", "\x00"]


def queries(model):
    """(name, value) of what a forged address may hold: a column of each kind, in each way."""
    yield from (("q", word) for word in WORDS)
    for name in ("p", "o", "nothing_like_it", "id__in"):
        yield from ((name, number) for number in NUMBERS)
    of_each_kind = {type(field): field for field in model._meta.get_fields() if field.concrete}
    for kind, field in of_each_kind.items():
        if issubclass(kind, DateField):
            yield from ((f"{field.name}__{part}", n) for part in ("year", "gte") for n in NUMBERS)
        elif issubclass(kind, ForeignKey):
            yield from ((f"{field.name}__id__exact", number) for number in NUMBERS)
        elif not field.is_relation:
            lookups = ("exact", "regex", "in", "isnull")
            yield from ((f"{field.name}__{lookup}", w) for lookup in lookups for w in ("(", "\x00"))


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)
def test_whatever_an_address_asks_a_list_answers(client, model):
    client.force_login(make_superuser())
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    broken = {}
    for name, value in queries(model):
        status = client.get(f"{address}?{urlencode({name: value})}").status_code
        if status not in (200, 302, 400, 404):
            broken[name, value[:10]] = status
    assert broken == {}
