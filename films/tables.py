"""The CSV files of films: their credits and their releases, one a row."""

from django.utils.translation import gettext_lazy as _

from composer_site.desk.tables.table import Table
from films.models import Credit, Release

CREDITS = Table(
    "credits",
    _("credits"),
    Credit,
    (
        "film",
        "position",
        "department",
        "role",
        "person",
        "organisation",
        "character",
        "portrays",
        "mark",
        "credited_as",
    ),
)
RELEASES = Table(
    "releases",
    _("releases"),
    Release,
    ("film", "position", "territory", "kind", "date", "distributor", "certificate", "note"),
    of="film",
)
