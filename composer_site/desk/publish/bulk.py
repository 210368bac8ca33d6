"""A selection of things, published at one instant: all of them or none."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.forms.autocomplete_widgets import keys_in
from composer_site.desk.forms.time_form import decided
from composer_site.desk.publish.act_log import record_made_together
from composer_site.desk.publish.answer_forms import (
    AnswerForm,
    all_answered,
    answers,
    scheduled_of,
)
from composer_site.desk.publish.bulk_rows import Row, rows_of
from composer_site.desk.publish.plans import NotTogether, Plan, Proposal, carry_out_together
from composer_site.desk.publish.publish_page import PublishForm, questions
from composer_site.desk.publish.what_is_scheduled import clocks_of, of_all
from composer_site.desk.rights import PUBLISH
from composer_site.publishing.content_kinds import page_url
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import current

# All of them are written in one transaction, which nobody else's publication may wait for too long.
MAX_THINGS = 100
MAX_NAMED = 10  # in the message afterwards
SELECTION, TICKED = "things", "thing"
Reasons = Mapping[uuid.UUID, ValidationError]


def take_selection(
    model_admin: ContentAdmin, request: HttpRequest, rows: QuerySet[Any]
) -> HttpResponse | None:
    """From the list to the page, whose address holds the selection: it can be loaded again."""
    keys = list(dict.fromkeys(rows.values_list("pk", flat=True)[: MAX_THINGS + 1]))
    if len(keys) > MAX_THINGS:
        messages.error(request, too_many())
        return None
    return redirect(
        f"{model_admin.list_address('publish_together')}?{SELECTION}={','.join(map(str, keys))}"
    )


def too_many() -> str:
    return (
        _(
            "At most %d things are published together. Narrow the list by its filters, or tick fewer."
        )
        % MAX_THINGS
    )


def bulk_page(model_admin: ContentAdmin, request: HttpRequest) -> HttpResponse:
    if not (request.user.has_perm(PUBLISH) and model_admin.has_view_permission(request)):
        raise PermissionDenied
    selected = selection(model_admin, request)
    if not 0 < len(selected) <= MAX_THINGS:
        messages.error(request, too_many() if selected else _("Tick what you want to publish."))
        return redirect(model_admin.list_address("changelist"))
    ticked = ticked_of(request, selected)
    form = PublishForm(request.POST or None)
    reasons: Reasons = {}
    if decided(form, request) and _is_whole(form, request, ticked):
        asked = _asked(request, ticked)
        try:
            _check_answers(asked)
            made = carry_out_together(_plans(form, request, asked), request.user)
        except NotTogether as refused:
            reasons = refused.reasons
            _refuse(form, reasons)
        else:
            return _done(model_admin, request, list(zip(ticked, made, strict=True)))
    return _page(
        model_admin,
        request,
        form,
        rows_of(model_admin, request, selected, ticked, form.chosen_time, reasons),
    )


def selection(model_admin: ContentAdmin, request: HttpRequest) -> list[Any]:
    """In the order of the list; what was deleted since is left out."""
    keys = keys_in(request.GET.get(SELECTION, "").split(","))
    found = model_admin.get_queryset(request).in_bulk(keys[: MAX_THINGS + 1])
    return [found[key] for key in keys[: MAX_THINGS + 1] if key in found]


def ticked_of(request: HttpRequest, selected: Sequence[Any]) -> list[Any]:
    if request.method != "POST":
        return list(selected)
    keys = set(keys_in(request.POST.getlist(TICKED)))
    return [thing for thing in selected if thing.pk in keys]


def _is_whole(form: PublishForm, request: HttpRequest, ticked: Sequence[Any]) -> bool:
    """All that was ticked is still there."""
    if len(ticked) < len(set(request.POST.getlist(TICKED))):
        form.add_error(None, _("One of them no longer exists. Look once more, then publish."))
    elif not ticked:
        form.add_error(None, _("Tick what you want to publish."))
    return form.is_valid()


def _asked(request: HttpRequest, ticked: Sequence[Any]) -> dict[Any, list[AnswerForm]]:
    """What has to be answered of each: of most things nothing is scheduled."""
    scheduled = scheduled_of([thing.uid for thing in ticked])
    return {
        thing: questions(request, Proposal.of(thing)) if thing.uid in scheduled else []
        for thing in ticked
    }


def _check_answers(asked: Mapping[Any, Sequence[AnswerForm]]) -> None:
    missing = [thing for thing, questions in asked.items() if not all_answered(questions)]
    if missing:
        sentence = _("Choose what becomes of each scheduled edition.")
        raise NotTogether({thing.uid: ValidationError(sentence) for thing in missing})


def _plans(
    form: PublishForm, request: HttpRequest, asked: Mapping[Any, Sequence[AnswerForm]]
) -> list[tuple[Plan, Any]]:
    digests = {thing: request.POST.get(f"approval_digest-{thing.pk}", "") for thing in asked}
    return [(form.plan(digests[thing], answers(asked[thing])), thing) for thing in asked]


def _refuse(form: PublishForm, reasons: Reasons) -> None:
    form.add_error(
        None,
        ngettext(
            "Nothing was published: %d of them cannot be. The reason stands beside it.",
            "Nothing was published: %d of them cannot be. The reasons stand beside them.",
            len(reasons),
        )
        % len(reasons),
    )


def _done(
    model_admin: ContentAdmin, request: HttpRequest, made: list[tuple[Publishable, Edition]]
) -> HttpResponse:
    for thing, edition in made:
        record_made_together(request.user, thing, edition, len(made))
    messages.success(request, success(made))
    return redirect(model_admin.list_address("changelist"))


def success(made: Sequence[tuple[Publishable, Edition]]) -> SafeString:
    things, editions = [thing for thing, _edition in made], [edition for _thing, edition in made]
    links, rest = named_links(things), of_all(things[:MAX_NAMED], editions)
    if editions[0].is_for_now:
        return format_html(_("Published together. Visitors read them now: {}"), links) + rest
    sentence = _("Scheduled together. Visitors will read them from {}: {}")
    return format_html(sentence, clocks_of(editions[0]), links) + rest


def named_links(things: Sequence[Publishable]) -> SafeString:
    code = current().code
    addresses = [(page_url(t.content_kind, code, t.slug), str(t)) for t in things[:MAX_NAMED]]
    links = format_html_join(", ", '<a href="{}">{}</a>', addresses)
    if (more := len(things) - MAX_NAMED) > 0:
        return format_html("{} {}", links, ngettext("and %d more", "and %d more", more) % more)
    return links


def _page(
    model_admin: ContentAdmin, request: HttpRequest, form: PublishForm, rows: list[Row]
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Publish together"),
        "form": form,
        "rows": rows,
        "addresses": {
            "list": model_admin.list_address("changelist"),
            "time": model_admin.address("time", rows[0].thing),
        },
    }
    return render(request, "admin/publishing/publish_together.html", context)
