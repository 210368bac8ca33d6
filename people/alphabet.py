"""The list of people in the order of the reader's letters, which no database knows."""

from typing import Any

from django.contrib.admin.views.main import ORDER_VAR
from django.db.models import Case, QuerySet, Value, When

from composer_site.desk.lists.change_list import StateChangeList
from composer_site.values.languages import current
from people.documents import name_key
from people.models import Person

# Of more people, the names are not fetched for every page: they then stand in order of address.
MAX_PEOPLE = 1000


class AlphabeticalChangeList(StateChangeList):
    def get_ordering(self, request: Any, queryset: QuerySet[Any]) -> Any:
        ordering = super().get_ordering(request, queryset)
        return ordering if ORDER_VAR in self.params else [*by_name(), *ordering]


def by_name() -> list[Case]:
    people = list(Person.objects.only("slug").prefetch_related("names")[: MAX_PEOPLE + 1])
    if not 0 < len(people) <= MAX_PEOPLE:
        return []
    code = current().code
    places = enumerate(sorted(people, key=lambda person: name_key(person, code)))
    return [Case(*(When(pk=person.pk, then=Value(index)) for index, person in places))]
