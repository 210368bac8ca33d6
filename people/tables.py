"""The CSV files of people. A person is one row of one file, each form of a name one of another."""

from django.utils.translation import gettext_lazy as _

from composer_site.desk.tables.table import Table
from people.models import Person, PersonName

PEOPLE = Table(
    "people",
    _("people"),
    Person,
    (
        "source_language",
        "occupation",
        "born",
        "born_place",
        "died",
        "died_place",
        "not_known",
        "imdb",
        "wikidata",
        "viaf",
    ),
)
NAMES = Table(
    "names",
    _("names of people"),
    PersonName,
    (
        "person",
        "position",
        "value",
        "tag",
        "kind",
        "family",
        "given",
        "family_first",
        "preferred_for",
        "sort_as",
    ),
    of="person",
)
