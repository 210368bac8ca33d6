"""Where working copies stand, asked of the database: what `states` says of rows already loaded."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from composer_site.desk.rights import SEE_EDITIONS
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Part, Publishable


class PublicationStatus(models.TextChoices):
    LIVE = "live", _("public")
    SCHEDULED = "scheduled", _("scheduled")
    CHANGED = "changed", _("changed since publication")
    NEVER = "never", _("never published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def known_to(user: Actor) -> list[PublicationStatus]:
    """What is scheduled, only those know who see editions."""
    return [
        s
        for s in PublicationStatus
        if s != PublicationStatus.SCHEDULED or user.has_perm(SEE_EDITIONS)
    ]


def has_status(which: str, at: dt.datetime) -> Q:
    """Of working copies. One may stand in several ways: public, and changed since."""
    if which == PublicationStatus.NEVER:
        return ~Q(uid__in=uids(Edition.objects.all()))
    if which == PublicationStatus.CHANGED:
        return Q(version__gt=Subquery(last_published(at).values("version")[:1]))
    if which == PublicationStatus.SCHEDULED:
        return Q(uid__in=uids(Edition.objects.filter(starts_at__gt=at)))
    kind = Edition.Kind.PUBLICATION if which == PublicationStatus.LIVE else Edition.Kind.WITHDRAWAL
    return Q(uid__in=uids(Edition.objects.unended(at).filter(kind=kind, starts_at__lte=at)))


def uids(editions: QuerySet[Edition]) -> Any:
    return editions.order_by().values("uid")


def last_published(at: dt.datetime) -> QuerySet[Edition]:
    """The text that was published last, be that public or scheduled."""
    published = Edition.objects.filter(uid=OuterRef("uid"), kind=Edition.Kind.PUBLICATION)
    return published.filter(Q(ends_at=None) | Q(ends_at__gt=at)).order_by("-number")


def lacking(model: type[models.Model], column: str, code: str) -> Q:
    """Rows with a text that a language lacks (`missing_in`) or has of an older source (`stale_in`),
    their own or one of their parts'."""
    return of_it_or_its_parts(parts(model), Q(**{f"{column}__contains": code}))


def of_it_or_its_parts(models: Iterable[type[Part]], wanted: Q) -> Q:
    found = wanted
    for part in models:
        rows = part._default_manager.filter(wanted).order_by()
        found |= Q(pk__in=rows.values(f"{part.whole_name}_id"))
    return found


def parts(model: type[models.Model]) -> list[type[Part]]:
    """The models of the parts that travel with it."""
    if not issubclass(model, Publishable):
        return []
    return list(KINDS[model.content_kind].parts.values())


def publishables() -> list[type[Publishable]]:
    return [content_kind.model_class for content_kind in KINDS.values()]
