"""The page on which staff take something off the public site, and say why."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.clocks import on_own_clock
from composer_site.desk.content_admin import ContentAdmin
from composer_site.desk.forms.time_form import TimeForm, decided
from composer_site.desk.publish.act_log import record_made
from composer_site.desk.publish.answer_forms import (
    AnswerForm,
    all_answered,
    answer_forms,
    answers,
    in_words,
    scheduled_of,
)
from composer_site.desk.publish.answers import Answers, approved_of, settle
from composer_site.desk.publish.what_is_scheduled import clocks_of, what_is_scheduled
from composer_site.desk.rights import WITHDRAW
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import withdraw
from composer_site.publishing.timeline import NotThatTime, arranging
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import LANGUAGES, current

OFFERED = 200  # of the public pages; the address of any other may be typed


class WithdrawalForm(TimeForm):
    replacement = forms.CharField(
        label=gettext_lazy("What to read instead"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "The address of a public page of this site, if one replaces it: choose or paste it."
        ),
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "list": "public-pages"}),
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("Yes, take it off the public site"),
        error_messages={"required": gettext_lazy("Tick this box to confirm.")},
    )

    def __init__(self, *args: Any, thing: Publishable, **options: Any) -> None:
        super().__init__(*args, **options)
        self.thing = thing
        for code, language in LANGUAGES.items():
            self.fields[f"reason_{language.suffix}"] = forms.CharField(
                label=language.name,
                max_length=300,
                required=code == thing.source_language,
                widget=forms.TextInput(attrs={"lang": language.tag, "class": "vLargeTextField"}),
            )

    def reasons(self) -> list[forms.BoundField]:
        """The source language first: it must be there."""
        codes = sorted(LANGUAGES, key=lambda code: code != self.thing.source_language)
        return [self[f"reason_{LANGUAGES[code].suffix}"] for code in codes]

    def reason(self) -> dict[str, str]:
        cleaned = self.cleaned_data
        return {code: cleaned[f"reason_{LANGUAGES[code].suffix}"] for code in LANGUAGES}

    def clean_replacement(self) -> Any:
        """The thing whose public page has this address."""
        address = self.cleaned_data["replacement"].strip()
        if not address:
            return None
        page = page_at(address)
        if page is None or page.uid == self.thing.uid:
            raise ValidationError(_("Give the address of another page that is public now."))
        return KINDS[page.content_kind].model_class._default_manager.get(uid=page.uid)


def page_at(address: str) -> Page | None:
    """The public page at an address of this site, be it given with its host or without."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    single = [content_kind.name for content_kind in KINDS.values() if content_kind.is_single]
    likely = Q(slug=path.rstrip("/").rpartition("/")[2]) | Q(content_kind__in=single)
    pages = Page.objects.public(timezone.now()).filter(likely).cards()
    return next((page for page in pages if page.get_absolute_url() == path), None)


def withdrawal_page(
    model_admin: ContentAdmin, request: HttpRequest, object_id: str
) -> HttpResponse:
    thing = model_admin.thing(request, object_id, WITHDRAW)
    form, asked = WithdrawalForm(request.POST or None, thing=thing), questions(request, thing)
    is_decided = decided(form, request) and all_answered(asked)
    if is_decided and (edition := _try(form, request, thing, answers(asked))):
        record_made(request.user, thing, edition)
        messages.success(request, success(thing, edition))
        return redirect(model_admin.address_after(request, thing))
    context: dict[str, Any] = {
        "step": _("Withdraw"),
        "form": form,
        "offered": offered(thing),
        "asked": asked,
        "approved": approved_of(thing) if asked else "",
    }
    return render(
        request, "admin/publishing/withdraw.html", model_admin.context(request, thing, **context)
    )


def _try(
    form: WithdrawalForm, request: HttpRequest, thing: Publishable, answers: Answers
) -> Edition | None:
    cleaned = form.cleaned_data
    try:
        with arranging(thing.uid):
            ahead, approved = scheduled_of([thing.uid])[thing.uid], request.POST.get("approved", "")
            settle(thing, ahead, answers, request.user, approved)
            return withdraw(
                thing,
                by=request.user,
                reason=form.reason(),
                at=form.chosen_time,
                zone=cleaned["zone"],
                replacement=cleaned["replacement"],
            )
    except NotThatTime as error:
        form.add_error("date", error)
    except ValidationError as error:
        form.add_error(None, error.messages)
    return None


def offered(thing: Publishable) -> list[Page]:
    pages = Page.objects.public(timezone.now()).filter(language=current().code).cards()
    return list(pages.exclude(uid=thing.uid).newest_first()[:OFFERED])


def questions(request: HttpRequest, thing: Publishable) -> list[AnswerForm]:
    editions = scheduled_of([thing.uid])[thing.uid]
    return answer_forms(request, editions, returning, approved_of(thing) if editions else "")


def returning(edition: Edition) -> str:
    """A scheduled publication would make it public again."""
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return in_words(edition)
    sentence = _("Edition %(number)d is scheduled and makes it public again: %(time)s.")
    return sentence % {"number": edition.number, "time": on_own_clock(edition.starts_at)}


def success(thing: Publishable, edition: Edition) -> SafeString:
    rest = what_is_scheduled(thing, but=edition)
    if edition.is_for_now:
        sentence = _("Withdrawn. Its address now says so, and gives your reason.")
        return format_html("{}{}", sentence, rest)
    return format_html(_("It will be withdrawn: {}"), clocks_of(edition)) + rest
