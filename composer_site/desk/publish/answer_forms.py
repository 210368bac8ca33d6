"""The question what becomes of each edition that is scheduled already."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.clocks import on_own_clock
from composer_site.desk.forms.time_form import ClockForm, clock_of
from composer_site.desk.publish.answers import Answer, Answers
from composer_site.desk.rights import OF_KIND, PUBLISH
from composer_site.publishing.editions import Actor
from composer_site.publishing.models import Edition


def mark_of(edition: Edition) -> str:
    """Of the edition at the time that it has now."""
    return f"edition-{edition.pk}-{edition.starts_at.timestamp():.6f}"


class AnswerForm(ClockForm):
    """About one edition as it is scheduled now: once it has moved, it is asked anew."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What becomes of it"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what becomes of this edition.")},
    )
    field_order = ("kind",)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        edition: Edition,
        choices: Sequence[str],
        sentence: str,
    ) -> None:
        only = {"kind": choices[0]} if len(choices) == 1 else {}
        initial = only | clock_of(edition.starts_at, edition.zone)
        super().__init__(data, prefix=mark_of(edition), initial=initial)
        self.edition, self.sentence = edition, sentence
        kinds: Any = self.fields["kind"]
        kinds.choices = [(kind, Answer.Kind(kind).label) for kind in choices]

    def is_ahead(self, cleaned: dict[str, Any]) -> bool:
        return cleaned.get("kind") == Answer.Kind.MOVE

    def answer(self) -> Answer:
        return Answer(self.cleaned_data["kind"], self.chosen_time, self.cleaned_data["zone"])


Sentence = Callable[[Edition], str]


def answer_forms(
    request: HttpRequest, editions: Iterable[Edition], sentence: Sentence, approved: str = ""
) -> list[AnswerForm]:
    """`approved` is the digest of the text that may replace theirs, empty where none may."""
    data = request.POST or None
    return [
        AnswerForm(
            data,
            edition=edition,
            choices=choices(request.user, edition, approved),
            sentence=sentence(edition),
        )
        for edition in editions
    ]


def choices(user: Actor, edition: Edition, approved: str) -> list[str]:
    """Who may not make an edition of that kind may only keep it."""
    found = [Answer.Kind.KEEP.value]
    is_text = edition.kind == Edition.Kind.PUBLICATION
    if is_text and approved not in ("", edition.digest) and user.has_perm(PUBLISH):
        found.append(Answer.Kind.REBUILD)
    if user.has_perm(OF_KIND[edition.kind]):
        found += [Answer.Kind.MOVE, Answer.Kind.CANCEL]
    return found


def all_answered(asked: Collection[AnswerForm]) -> bool:
    """Each is looked at, so that each can say what is wrong with it."""
    wrong = [form for form in asked if not form.is_valid()]
    return not wrong


def answers(asked: Iterable[AnswerForm]) -> Answers:
    return {form.edition.pk: form.answer() for form in asked}


def scheduled_of(uids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Edition]]:
    """{uid: its scheduled editions, the earliest first}, in one query."""
    found: dict[uuid.UUID, list[Edition]] = defaultdict(list)
    for edition in Edition.objects.filter(uid__in=uids).scheduled(timezone.now()):
        found[edition.uid].append(edition)
    return found


def in_words(edition: Edition) -> str:
    words = {"number": edition.number, "time": on_own_clock(edition.starts_at)}
    if edition.kind == Edition.Kind.WITHDRAWAL:
        return _("Edition %(number)d withdraws it: %(time)s.") % words
    return _("Edition %(number)d is scheduled: %(time)s.") % words
