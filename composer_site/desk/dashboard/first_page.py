"""The first page of the admin: what is public, what is coming, what waits to be done.

Each member of staff sees what they have the right to see, in eight queries however much there is;
each number leads to the list that it counts.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.models import LogEntry
from django.db import models
from django.db.models import Count, Q, QuerySet, Value
from django.http import HttpRequest
from django.utils import timezone

from composer_site.desk.addresses import list_url, model_url
from composer_site.desk.clocks import from_now, on_own_clock, on_three_clocks
from composer_site.desk.dashboard.languages import languages
from composer_site.desk.lists.publication_status import PublicationStatus, has_status, known_to
from composer_site.desk.lists.translated_kinds import kinds
from composer_site.desk.log import translated
from composer_site.desk.naming import Named, named_things, one_query
from composer_site.desk.rights import PUBLISH, SEE_EDITIONS
from composer_site.publishing.content_kinds import FILE_KINDS, KINDS
from composer_site.publishing.models import Edition
from composer_site.publishing.timeline import misdated
from composer_site.publishing.translations import translatable
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import current

PER_LIST = 8


@dataclass(frozen=True)
class Desk:
    """`admins` are those of the models whose rows this member of staff may see."""

    request: HttpRequest
    admins: list[Any]
    at: dt.datetime

    @classmethod
    def of(cls, site: AdminSite, request: HttpRequest) -> "Desk":
        admins = [site.get_model_admin(model) for model in site._registry]
        seen = [admin for admin in admins if admin.has_view_or_change_permission(request)]
        return cls(request, seen, timezone.now())

    @cached_property
    def things(self) -> list[Any]:
        """The admins of what has pages of its own: statements first, the one office last."""
        found = [admin for admin in reversed(self.admins) if issubclass(admin.model, Publishable)]
        return sorted(found, key=lambda admin: KINDS[admin.model.content_kind].is_single)

    @cached_property
    def files(self) -> list[Any]:
        """The admins of what pages show, as far as it has texts: of pictures."""
        labels = {content_kind.model for content_kind in FILE_KINDS.values()}
        found = [admin for admin in self.admins if admin.opts.label in labels]
        return [admin for admin in found if translatable(admin.model)]

    @cached_property
    def sees_editions(self) -> bool:
        return bool(self.request.user.has_perm(SEE_EDITIONS))

    @cached_property
    def statuses(self) -> list[PublicationStatus]:
        return known_to(self.request.user)

    def now(self) -> str:
        return on_own_clock(self.at)

    def clock_is_wrong(self) -> bool:
        """Or was: asked for who can put that right."""
        return bool(self.request.user.is_superuser and misdated(self.at).exists())

    # How many of each.

    @cached_property
    def counts(self) -> dict[tuple[str, str], int]:
        """{(name of the model, state or ""): how many}"""
        queries = [counted(admin.model) for admin in (*self.things, *self.files)]
        queries += [
            counted(admin.model, state, self.at) for admin in self.things for state in self.statuses
        ]
        return {(name, state): n for name, state, n in one_query(queries)}

    def numbers(self) -> Iterator[dict[str, Any]]:
        """A row of the table of numbers for each kind of content."""
        for admin in self.things:
            yield {
                "opts": admin.opts,
                "url": list_url(admin.model),
                "add": self.add_url(admin),
                "cells": [(s, *self.number(admin.model, s)) for s in self.statuses],
            }

    def number(self, model: Any, state: str) -> tuple[int, str]:
        return self.counts[model._meta.model_name, state], list_url(model, state=state)

    def all_of(self, state: str) -> list[tuple[Any, int, str]]:
        """(meta, how many, their list) of each kind of content that has some."""
        found = [(admin.opts, *self.number(admin.model, state)) for admin in self.things]
        return [entry for entry in found if entry[1]]

    def all_scheduled(self) -> list[tuple[Any, int, str]]:
        return self.all_of(PublicationStatus.SCHEDULED)

    def all_changed(self) -> list[tuple[Any, int, str]]:
        return self.all_of(PublicationStatus.CHANGED)

    def all_never(self) -> list[tuple[Any, int, str]]:
        return self.all_of(PublicationStatus.NEVER)

    def add_url(self, admin: ModelAdmin) -> str:
        return model_url(admin.model, "add") if admin.has_add_permission(self.request) else ""

    def to_write(self) -> list[tuple[Any, str]]:
        wanted = ((admin.opts, self.add_url(admin)) for admin in (*self.things, *self.files))
        return [(opts, url) for opts, url in wanted if url]

    # Which ones.

    @cached_property
    def editions_ahead(self) -> list[Edition]:
        if not (self.things and self.sees_editions):
            return []
        content_kinds = [admin.model.content_kind for admin in self.things]
        ahead = Edition.objects.filter(content_kind__in=content_kinds, starts_at__gt=self.at).defer(
            "snapshot"
        )
        return list(ahead.order_by("starts_at")[:PER_LIST])

    @cached_property
    def waiting(self) -> dict[str, list[tuple[Any, dt.datetime]]]:
        """{state: [(uid, last saved)]} of what was saved last, of all kinds."""
        states = (PublicationStatus.CHANGED, PublicationStatus.NEVER)
        rows = [latest(admin.model, s, self.at) for admin in self.things for s in states]
        found: dict[str, list[Any]] = {state: [] for state in states}
        for state, uid, saved in sorted(one_query(rows), key=itemgetter(2), reverse=True):
            found[state].append((uid, saved))
        return {state: few[:PER_LIST] for state, few in found.items()}

    @cached_property
    def entries(self) -> list[LogEntry]:
        """By their key: the log has no index by time."""
        kinds = Q(pk=None)
        for admin in self.admins:
            opts = admin.opts
            kinds |= Q(content_type__app_label=opts.app_label, content_type__model=opts.model_name)
        log = LogEntry.objects.filter(kinds).select_related("user", "content_type")
        return translated(log.order_by("-pk")[:PER_LIST])

    @cached_property
    def names(self) -> dict[Any, tuple[Named, Any]]:
        """{uid, or (name of the model, key as text): (what it is called, its model)}"""
        uids = {e.uid for e in self.editions_ahead}
        uids |= {uid for rows in self.waiting.values() for uid, _saved in rows}
        keys = [(e.content_type.model, e.object_id) for e in self.entries if e.content_type]
        about = {}
        for admin in self.things:
            own = [key for model, key in keys if model == admin.opts.model_name]
            about[admin.model.content_kind] = Q(uid__in=uids) | Q(pk__in=own)
        models = {admin.model.content_kind: admin.model for admin in self.things}
        found = [
            (row, models[row.content_kind]) for row in named_things(self.things, current(), about)
        ]
        by_key = {(model._meta.model_name, str(row.pk)): (row, model) for row, model in found}
        return {row.uid: (row, model) for row, model in found} | by_key

    def coming(self) -> Iterator[dict[str, Any]]:
        for edition in self.editions_ahead:
            if edition.uid in self.names:
                row, model = self.names[edition.uid]
                yield {
                    "name": row.name,
                    "content_kind": model._meta.verbose_name,
                    "url": model_url(model, "editions", row.pk),
                    "edition": edition,
                    "withdraws": edition.kind == Edition.Kind.WITHDRAWAL,
                    "away": from_now(edition.starts_at),
                    "clocks": on_three_clocks(edition.starts_at),
                }

    def changed(self) -> list[dict[str, Any]]:
        return list(self.waiting_for(PublicationStatus.CHANGED))

    def never(self) -> list[dict[str, Any]]:
        return list(self.waiting_for(PublicationStatus.NEVER))

    def waiting_for(self, state: PublicationStatus) -> Iterator[dict[str, Any]]:
        may_publish = self.request.user.has_perm(PUBLISH)
        for uid, saved in self.waiting[state]:
            if uid not in self.names:
                continue
            row, model = self.names[uid]
            yield {
                "name": row.name,
                "content_kind": model._meta.verbose_name,
                "url": model_url(model, "change", row.pk),
                "publish": model_url(model, "publish", row.pk) if may_publish else "",
                "saved": from_now(saved),
                "exactly": on_own_clock(saved),
            }

    def lately(self) -> Iterator[dict[str, Any]]:
        for entry in self.entries:
            row, _model = self.names.get(key_of(entry), (None, None))
            yield {
                "who": entry.user.get_full_name() or entry.user.get_username(),
                "name": row.name if row else entry.object_repr,
                "content_kind": entry.content_type.name if entry.content_type else "",
                "said": entry.get_change_message(),
                "url": "" if entry.is_deletion() else entry.get_admin_url(),
                "when": from_now(entry.action_time),
                "exactly": on_own_clock(entry.action_time),
            }

    # Languages.

    @cached_property
    def languages(self) -> list[Any]:
        """Of what this member of staff may translate, in the order of the other lists."""
        known = {kind.model: kind for kind in kinds(self.request.user).values()}
        admins = (*self.things, *self.files)
        return list(languages([known[a.model] for a in admins if a.model in known]))

    def sections(self) -> Iterator[tuple[str, Any]]:
        """Those that the admins of rooms above have of their own."""
        for admin in self.admins:
            if section := getattr(admin, "section", lambda: None)():
                yield section


def counted(
    model: type[models.Model], state: str = "", at: dt.datetime | None = None
) -> QuerySet[Any]:
    """One row: (name of the model, state, how many)."""
    rows = model._default_manager.order_by()
    rows = rows.filter(has_status(state, at)) if state and at else rows
    said = rows.annotate(of=Value(model._meta.model_name), state=Value(state)).values("of", "state")
    return said.annotate(n=Count("pk")).values_list("of", "state", "n")


def latest(model: type[models.Model], state: str, at: dt.datetime) -> QuerySet[Any]:
    """Rows of (state, uid, last saved)."""
    few = model._default_manager.filter(has_status(state, at)).order_by("-updated_at")[:PER_LIST]
    rows = model._default_manager.filter(pk__in=few.values("pk")).order_by()
    return rows.annotate(state=Value(state)).values_list("state", "uid", "updated_at")


def key_of(entry: LogEntry) -> tuple[str, str | None]:
    return (entry.content_type.model if entry.content_type else "", entry.object_id)
