"""The page on which scheduled editions move to another time: one, or several together."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.desk.addresses import EDITIONS, model_url
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.forms.autocomplete_widgets import keys_in
from composer_site.desk.forms.time_form import ClockForm, clock_of, decided
from composer_site.desk.history.edition_list import MAX_MOVED
from composer_site.desk.lists.publication_status import publishables
from composer_site.desk.naming import name_of
from composer_site.desk.publish.act_log import record_moved
from composer_site.desk.publish.answer_forms import (
    AnswerForm,
    all_answered,
    answer_forms,
    answers,
    in_words,
    mark_of,
    scheduled_of,
)
from composer_site.desk.publish.answers import Answer, approved_of, settle
from composer_site.desk.publish.plans import NotTogether, together
from composer_site.desk.publish.what_is_scheduled import of_all
from composer_site.desk.rights import OF_KIND, PUBLISH, SEE_AHEAD, may_move
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import move
from composer_site.publishing.timeline import arranging
from composer_site.publishing.working_copy import Publishable

TICKED = "edition"


@dataclass(frozen=True)
class Row:
    """`asked` is about what it would pass on its way; `approved` is of the text saved now."""

    edition: Edition
    thing: Publishable
    is_ticked: bool
    asked: Sequence[AnswerForm] = ()
    approved: str = ""
    reasons: Sequence[str] = ()

    @property
    def name(self) -> str:
        return name_of(self.thing)

    @property
    def mark(self) -> str:
        return mark_of(self.edition)

    @property
    def sentence(self) -> str:
        return in_words(self.edition)

    @property
    def address(self) -> str:
        return model_url(type(self.thing), "editions", self.thing.pk)


def move_page(request: HttpRequest) -> HttpResponse:
    if not may_move(request.user):
        raise PermissionDenied
    form = ClockForm(request.POST or None)
    form.is_valid()  # so that it knows its time
    rows = rows_of(request, form.chosen_time)
    if rows:
        form.initial.update(clock_of(rows[0].edition.starts_at, rows[0].edition.zone))
    else:
        messages.warning(request, _("Nothing of this is scheduled any more."))
        return redirect(address_after(request, rows))
    if decided(form, request) and _is_whole(form, request, rows):
        ticked = [row for row in rows if row.is_ticked]
        try:
            moved = together(
                [(row.thing.uid, partial(_move, row, form, request)) for row in ticked]
            )
        except NotTogether as refused:
            form.add_error(None, _refusal(len(refused.reasons)))
            rows = rows_of(request, form.chosen_time, refused.reasons)
        else:
            messages.success(request, success(ticked, moved))
            return redirect(address_after(request, ticked))
    return _page(request, form, rows)


def _move(row: Row, form: ClockForm, request: HttpRequest) -> Edition:
    user, to = request.user, Answer(Answer.Kind.MOVE, form.chosen_time, form.cleaned_data["zone"])
    with arranging(row.edition.uid):
        approved = request.POST.get(f"approved-{row.edition.pk}", "")
        passed = [question.edition for question in row.asked]
        settle(row.thing, passed, answers(row.asked), user, approved)
        moved = move(row.edition, at=to.time, zone=to.zone)
        record_moved(user, row.thing, row.edition, moved)
        return moved


def rows_of(request: HttpRequest, time: dt.datetime | None, reasons: Any = None) -> list[Row]:
    """What is still ahead of what was chosen, and this member of staff may move."""
    keys = keys_in(request.GET.get(EDITIONS, "").split(","))[:MAX_MOVED]
    editions = Edition.objects.filter(pk__in=keys).scheduled(timezone.now())
    things = things_of(request, editions)
    chosen = [e for e in editions if e.uid in things and request.user.has_perm(OF_KIND[e.kind])]
    siblings = scheduled_of(list(things))
    return [
        _row(request, edition, things[edition.uid], siblings[edition.uid], time, reasons or {})
        for edition in chosen
    ]


def _row(
    request: HttpRequest,
    edition: Edition,
    thing: Publishable,
    siblings: Sequence[Edition],
    time: dt.datetime | None,
    reasons: Any,
) -> Row:
    over = passed(edition, siblings, time)
    approved = approved_of(thing) if over and request.user.has_perm(PUBLISH) else ""
    error = reasons.get(thing.uid)
    return Row(
        edition,
        thing,
        request.method != "POST" or mark_of(edition) in request.POST.getlist(TICKED),
        answer_forms(request, over, in_words, approved),
        approved,
        error.messages if error else (),
    )


def passed(
    edition: Edition, siblings: Sequence[Edition], time: dt.datetime | None
) -> list[Edition]:
    """Others of the thing between where it is and where it is to be."""
    if time is None:
        return []
    first, last = sorted([edition.starts_at, time])
    return [e for e in siblings if e != edition and first < e.starts_at < last]


def things_of(request: HttpRequest, editions: Iterable[Edition]) -> dict[Any, Publishable]:
    """{uid: working copy} of those that this member of staff may see."""
    found: dict[Any, Publishable] = {}
    for model in publishables():
        uids = [edition.uid for edition in editions if edition.content_kind == model.content_kind]
        if uids and admin.site.get_model_admin(model).has_view_permission(request):
            found |= {row.uid: row for row in model._default_manager.filter(uid__in=uids)}
    return found


def _is_whole(form: ClockForm, request: HttpRequest, rows: Sequence[Row]) -> bool:
    """All that was ticked is as it was shown, and what it asks is answered."""
    ticked = [row for row in rows if row.is_ticked]
    if len(ticked) < len(set(request.POST.getlist(TICKED))):
        form.add_error(None, _("One of them was moved, cancelled or has started. Look once more."))
    elif not ticked:
        form.add_error(None, _("Tick what you want to move."))
    elif not all_answered([question for row in ticked for question in row.asked]):
        form.add_error(None, _("It would pass another scheduled edition. Say what becomes of it."))
    return form.is_valid()


def _refusal(count: int) -> str:
    return (
        ngettext(
            "Nothing was moved: %d of them cannot be. The reason stands beside it.",
            "Nothing was moved: %d of them cannot be. The reasons stand beside them.",
            count,
        )
        % count
    )


def success(rows: Sequence[Row], moved: Sequence[Edition]) -> Any:
    things = list({row.thing.uid: row.thing for row in rows}.values())
    message = ngettext("%d edition was moved.", "%d editions were moved.", len(moved))
    return format_html("{}{}", message % len(moved), of_all(things))


def address_after(request: HttpRequest, rows: Sequence[Row]) -> str:
    if len({row.thing.uid for row in rows}) == 1:
        return rows[0].address
    return reverse("site_ahead" if request.user.has_perm(SEE_AHEAD) else "admin:index")


def _page(request: HttpRequest, form: ClockForm, rows: Sequence[Row]) -> HttpResponse:
    thing = rows[0].thing
    context = {
        **admin.site.each_context(request),
        "title": _("Move to another time"),
        "form": form,
        "rows": rows,
        "back": address_after(request, rows),
        "addresses": {"time": model_url(type(thing), "time", thing.pk)},
        "now": on_own_clock(timezone.now()),
    }
    return render(request, "admin/publishing/move.html", context)
