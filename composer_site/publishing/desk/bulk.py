"""A selection of things, released at one instant: all of them or none."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from composer_site.languages import current
from composer_site.publishing.desk.bulk_rows import rows_of
from composer_site.publishing.desk.choosing import is_key
from composer_site.publishing.desk.clocks import on_three_clocks
from composer_site.publishing.desk.log import record_sentence
from composer_site.publishing.desk.moment_form import decided
from composer_site.publishing.desk.plans import NotTogether, carry_out_together
from composer_site.publishing.desk.release_page import ReleaseForm
from composer_site.publishing.desk.rights import RELEASE
from composer_site.publishing.models import Edition
from composer_site.publishing.nouns import page_url
from composer_site.publishing.working_copy import Publishable

# All of them are written in one transaction, which nobody else's release may wait for too long.
MOST = 100
NAMED = 10  # in the message afterwards
SELECTION, TICKED = "things", "thing"
Reasons = Mapping[uuid.UUID, ValidationError]
NONE: Reasons = {}


def take_selection(desk: Any, request: Any, rows: QuerySet[Any]) -> HttpResponse | None:
    """From the list to the page, whose address holds the selection: it can be loaded again."""
    keys = list(dict.fromkeys(rows.values_list("pk", flat=True)[: MOST + 1]))
    if len(keys) > MOST:
        messages.error(request, too_many())
        return None
    return redirect(
        f"{desk.list_address('release_together')}?{SELECTION}={','.join(map(str, keys))}"
    )


def too_many() -> str:
    return (
        _("At most %d things are released together. Narrow the list by its filters, or tick fewer.")
        % MOST
    )


def bulk_page(desk: Any, request: Any) -> HttpResponse:
    if not (request.user.has_perm(RELEASE) and desk.has_view_permission(request)):
        raise PermissionDenied
    selected = selection(desk, request)
    if not 0 < len(selected) <= MOST:
        messages.error(request, too_many() if selected else _("Tick what you want to release."))
        return redirect(desk.list_address("changelist"))
    ticked = ticked_of(request, selected)
    form, reasons = ReleaseForm(request.POST or None), NONE
    if decided(form, request) and _is_whole(form, request, ticked):
        try:
            made = carry_out_together(_plans(form, request, ticked), request.user)
        except NotTogether as refused:
            reasons = refused.reasons
            _refuse(form, reasons)
        else:
            return _done(desk, request, form, list(zip(ticked, made, strict=True)))
    return _page(desk, request, form, rows_of(desk, selected, ticked, form.moment, reasons))


def selection(desk: Any, request: Any) -> list[Any]:
    """In the order of the list; what was deleted since is left out."""
    keys = keys_in(request.GET.get(SELECTION, "").split(","))
    found = desk.get_queryset(request).in_bulk(keys[: MOST + 1])
    return [found[key] for key in keys[: MOST + 1] if key in found]


def keys_in(values: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(int(value) for value in values if is_key(value)))


def ticked_of(request: Any, selected: Sequence[Any]) -> list[Any]:
    if request.method != "POST":
        return list(selected)
    keys = set(keys_in(request.POST.getlist(TICKED)))
    return [thing for thing in selected if thing.pk in keys]


def _is_whole(form: ReleaseForm, request: Any, ticked: Sequence[Any]) -> bool:
    """All that was ticked is still there."""
    if len(ticked) < len(set(request.POST.getlist(TICKED))):
        form.add_error(None, _("One of them no longer exists. Look once more, then release."))
    elif not ticked:
        form.add_error(None, _("Tick what you want to release."))
    return form.is_valid()


def _plans(form: ReleaseForm, request: Any, ticked: Sequence[Any]) -> list[Any]:
    shown = ((thing, request.POST.get(f"shown-{thing.pk}", "")) for thing in ticked)
    return [(form.plan(mark), thing) for thing, mark in shown]


def _refuse(form: ReleaseForm, reasons: Reasons) -> None:
    """The reasons stand at the things; a question that the form asks stands there too."""
    for error in reasons.values():
        if "later" in getattr(error, "error_dict", {}) and not form.has_error("later"):
            form.add_error("later", error.error_dict["later"])
    form.add_error(
        None,
        ngettext(
            "Nothing was released: %d of them cannot be. The reason stands beside it.",
            "Nothing was released: %d of them cannot be. The reasons stand beside them.",
            len(reasons),
        )
        % len(reasons),
    )


def _done(
    desk: Any, request: Any, form: ReleaseForm, made: list[tuple[Publishable, Edition]]
) -> HttpResponse:
    said = gettext_noop("Released as edition %(number)d, in a selection of %(count)d.")
    for thing, edition in made:
        of = {"number": edition.number, "count": len(made)}
        record_sentence(request.user, thing, said, of)
    messages.success(request, success([thing for thing, _edition in made], form.moment))
    return redirect(desk.list_address("changelist"))


def success(things: Sequence[Publishable], moment: dt.datetime | None) -> SafeString:
    code = current().code
    addresses = [(page_url(t.noun_name, code, t.slug), str(t)) for t in things[:NAMED]]
    links = format_html_join(", ", '<a href="{}">{}</a>', addresses)
    if (more := len(things) - NAMED) > 0:
        links = format_html("{} {}", links, ngettext("and %d more", "and %d more", more) % more)
    if moment is None:
        return format_html(_("Released together. Visitors read them now: {}"), links)
    clocks = format_html_join("; ", "{}", ((words,) for words in on_three_clocks(moment)))
    return format_html(_("Scheduled together. Visitors will read them from {}: {}"), clocks, links)


def _page(desk: Any, request: Any, form: ReleaseForm, rows: list[Any]) -> HttpResponse:
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": _("Release together"),
        "form": form,
        "rows": rows,
        "has_older": any(row.has_older for row in rows),
        "addresses": {
            "list": desk.list_address("changelist"),
            "moment": desk.address("moment", rows[0].thing),
        },
    }
    return render(request, "admin/publishing/release_together.html", context)
