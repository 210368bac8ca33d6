"""The page on which staff see what a publication would change, choose its time, and publish."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.checks.review import review
from composer_site.desk.checks.subject import subjects
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.forms.time_form import TimeForm, decided
from composer_site.desk.history.preview import look_links
from composer_site.desk.publish.act_log import record_made
from composer_site.desk.publish.answer_forms import (
    AnswerForm,
    all_answered,
    answer_forms,
    answers,
    in_words,
)
from composer_site.desk.publish.answers import Answers
from composer_site.desk.publish.plans import Plan, Proposal, carry_out
from composer_site.desk.publish.what_is_scheduled import clocks_of, what_is_scheduled
from composer_site.desk.rights import PUBLISH
from composer_site.publishing.models import Edition
from composer_site.publishing.timeline import NotThatTime
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import current


class PublishForm(TimeForm):
    note = forms.CharField(
        label=gettext_lazy("Change note"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "For the history of editions: what changed, and why. Staff read it."
        ),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def plan(self, approval_digest: str, answers: Answers) -> Plan:
        cleaned = self.cleaned_data
        return Plan(approval_digest, self.chosen_time, cleaned["zone"], cleaned["note"], answers)


def publish_page(model_admin: ContentAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    thing = model_admin.thing(request, object_id, PUBLISH)
    found = blockers(thing)
    if found:
        return _page(model_admin, request, thing, blockers=found)
    form, proposal = PublishForm(request.POST or None), Proposal.of(thing)
    asked = questions(request, proposal)
    if decided(form, request) and all_answered(asked):
        if edition := _try(form, request, thing, answers(asked)):
            record_made(request.user, thing, edition)
            messages.success(request, success(thing, edition))
            return redirect(model_admin.address_after(request, thing))
        proposal = Proposal.of(thing)
    return _page(
        model_admin,
        request,
        thing,
        form=form,
        asked=asked,
        **_proposed(model_admin, form, proposal),
    )


def questions(request: HttpRequest, proposal: Proposal) -> list[AnswerForm]:
    return answer_forms(
        request, proposal.ahead, lambda e: scheduled(e, proposal), proposal.approved
    )


def _try(
    form: PublishForm, request: HttpRequest, thing: Publishable, answers: Answers
) -> Edition | None:
    """The edition, or None with a sentence where it belongs in the form."""
    try:
        return carry_out(
            form.plan(request.POST.get("approval_digest", ""), answers), thing, request.user
        )
    except NotThatTime as error:
        form.add_error("date", error)
    except ValidationError as error:
        form.add_error(None, error) if not hasattr(error, "error_dict") else _place(form, error)
    return None


def _place(form: PublishForm, error: ValidationError) -> None:
    """At its field where the form has it."""
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


def _page(
    model_admin: ContentAdmin, request: HttpRequest, thing: Publishable, **context: Any
) -> HttpResponse:
    context |= {"step": _("Publish")}
    return render(
        request, "admin/publishing/publish.html", model_admin.context(request, thing, **context)
    )


def _proposed(model_admin: ContentAdmin, form: PublishForm, proposal: Proposal) -> dict[str, Any]:
    subject = next(subjects({proposal.whole: proposal.documents}, form.chosen_time or proposal.at))
    comparison = proposal.comparison()
    return {
        "proposal": proposal,
        "comparison": comparison,
        "introduction": introduction(proposal, changed=bool(comparison)),
        "checks": review(subject),
        "looks": look_links(model_admin, "saved", proposal.whole),
    }


def introduction(proposal: Proposal, changed: bool) -> str:
    """What the comparison below it compares."""
    if proposal.compared is None:
        return _("This is its first publication: all of it becomes public.")
    number = {"number": proposal.compared.number}
    if proposal.current != proposal.compared:
        return _("It is withdrawn. Compared with edition %(number)d, public before that:") % number
    if changed:
        return _("Compared with edition %(number)d, which visitors read now:") % number
    return _("Nothing: every text is as in edition %(number)d, which visitors read now.") % number


def scheduled(edition: Edition, proposal: Proposal) -> str:
    """What an edition ahead will do to this publication."""
    words = {"number": edition.number, "time": on_own_clock(edition.starts_at)}
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return in_words(edition)
    if proposal.is_older(edition):
        return (
            _(
                "Edition %(number)d is scheduled: %(time)s. It holds an older text, which "
                "visitors would then read instead of this one."
            )
            % words
        )
    return _("Edition %(number)d, with this very text, is scheduled: %(time)s.") % words


def success(thing: Publishable, edition: Edition) -> SafeString:
    page = edition.pages.get(language=current().code)
    link = format_html('<a href="{0}">{0}</a>', page.get_absolute_url())
    rest = what_is_scheduled(thing, but=edition)
    if edition.is_for_now:
        return format_html(_("Published. Visitors read it at {}"), link) + rest
    clocks = clocks_of(edition)
    return format_html(_("Scheduled. Visitors will read it at {} from {}"), link, clocks) + rest
