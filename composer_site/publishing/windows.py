"""What a publication writes: rows in one language, with copies of their edition's window.

The verbs of visibility stand here, once. Lists, counts and deep pages need no join with the editions.
"""

import datetime as dt
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

Row = TypeVar("Row", bound=models.Model)


class Kind(models.TextChoices):
    PUBLICATION = "publication", _("publication")
    WITHDRAWAL = "withdrawal", _("withdrawal")


class WindowedQuerySet(models.QuerySet[Row]):
    def public(self, at: dt.datetime) -> Self:
        """The one verb of the public side: rows of published editions whose window holds `at`."""
        return self._current(at).filter(kind=Kind.PUBLICATION)

    def withdrawn(self, at: dt.datetime) -> Self:
        """The tombstones that stand at `at`: only ever answered with 410."""
        return self._current(at).filter(kind=Kind.WITHDRAWAL)

    def once_public(self, at: dt.datetime) -> Self:
        """All that was ever public until `at`: its addresses lead to what stands there now."""
        return self.filter(kind=Kind.PUBLICATION, starts_at__lte=at)

    def _current(self, at: dt.datetime) -> Self:
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)


class Windowed(models.Model):
    edition = models.ForeignKey(
        "publishing.Edition", models.CASCADE, related_name="%(class)ss", db_index=False
    )
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
