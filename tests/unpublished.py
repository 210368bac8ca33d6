"""A site of which one half is public and the other is not: every kind in every state of secrecy."""

import datetime as dt
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import time_machine
from factories import (
    make_attachment,
    make_contact,
    make_correction,
    make_credit,
    make_everything_of,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_statement,
    make_user,
    published,
)
from leaks import Canary

from composer_site.publishing.publish import publish, withdraw
from composer_site.publishing.working_copy import Publishable

T = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
SECOND = timedelta(seconds=1)
MAKE = {
    "film": make_film,
    "person": make_person,
    "organisation": make_organisation,
    "statement": make_statement,
}


@dataclass
class Site:
    """`public` holds one thing of each kind; `canaries` what must not be seen before T, by state."""

    public: Any
    things: list = field(default_factory=list)
    canaries: dict = field(default_factory=dict)

    def canary(self, where):
        return self.canaries.setdefault(where, Canary(where))

    def plant(self, where, thing, *, secret_uid=False):
        self.canary(where).plant(thing, secret_uid=secret_uid)
        self.things.append(thing)
        return thing


def make_site():
    """As it is some time before T."""
    with time_machine.travel(T - timedelta(hours=2), tick=False):
        site = Site(make_public())
    with time_machine.travel(T - timedelta(hours=1), tick=False):
        for content_kind, make in MAKE.items():
            site.plant(f"{content_kind}, draft", related(make(), site.public), secret_uid=True)
            thing = site.plant(
                f"{content_kind}, scheduled", related(make(), site.public), secret_uid=True
            )
            publish_at_t(site, thing)
        for thing in vars(site.public).values():
            if isinstance(thing, Publishable):
                change(site, thing)
        make_late_statement(site)
        make_withdrawals(site)
    return site


def publish_at_t(site, thing):
    """What staff note of a publication is for staff, for ever."""
    notes = site.canary("staff")
    by = make_user("publishers", first_name=notes.word, last_name=notes.word)
    publish(thing, by=by, at=T, note=notes.word)


def change(site, thing):
    """A new edition is scheduled for T, and a newer draft is saved after that."""
    related(thing, site.public)
    publish_at_t(site, site.plant(f"{thing.content_kind}, changed at T", thing))
    site.plant(f"{thing.content_kind}, draft of a public one", thing)


def make_public():
    public = SimpleNamespace(person=make_person(), organisation=make_organisation())
    public.film = make_film(year=2019, poster=make_picture())
    public.office = make_press_office(featured_film=public.film)
    public.contact = make_contact(public.office)
    public.statement = make_statement(slug="public")
    for thing in (public.person, public.organisation, public.film, public.office, public.statement):
        related(thing, public)
        published(thing)
    return public


def related(thing, public):
    """To what is public, so that those pages could tell."""
    if thing.content_kind == "film":
        make_credit(thing, public.person)
        thing.credits.create(
            organisation=public.organisation, department="companies", role="distributor"
        )
        make_release(thing)
        make_everything_of(thing)
    if thing.content_kind == "statement":
        make_quote(thing, spoken_in="zh")
        make_quote(thing, speaker=public.person)
        make_correction(thing)
        make_correction(thing, kind="update")
        make_attachment(thing)
        thing.films.add(public.film)
        thing.people.add(public.person)
        thing.issuers.add(public.organisation)
        thing.contacts.add(public.contact)
    return thing


def make_late_statement(site):
    """Public, and published after the drafts of what it names: it must name what is public."""
    published(related(make_statement(), site.public))


def make_withdrawals(site):
    """One that stands, replaced by a secret; one that comes at T with its reason."""
    secret = next(thing for thing in site.things if thing.content_kind == "statement")
    gone, going = published(make_statement(slug="gone")), published(make_statement(slug="going"))
    withdraw(gone, by=None, reason={"en": "It was wrong."}, replacement=secret)
    reason = site.canary("withdrawal, scheduled").word
    withdraw(going, by=None, reason={"en": reason}, at=T)


def secret_tokens(site, model, where=None):
    others = [
        other for c in site.canaries.values() if where in (None, c.where) for other in c.others
    ]
    return model.objects.filter(token__in=others).values_list("token", flat=True)
