"""One thing with its parts, in one language: source beside target."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from js_asset import Media

from composer_site.desk import log
from composer_site.desk.addresses import change_url
from composer_site.desk.forms.edit_conflicts import locked
from composer_site.desk.lists.translated_kinds import Kind
from composer_site.desk.naming import name_of
from composer_site.desk.places import Place, places
from composer_site.desk.translation.backlog import Position, waiting
from composer_site.desk.translation.form import DeskForm
from composer_site.desk.translation.lines import Line, lines
from composer_site.desk.translation.list_page import (
    USUAL,
    Wish,
    desk_address,
    kinds_or_refusal,
    translation_address,
)
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Publishable
from composer_site.values.languages import LANGUAGES, Language

NEXT = "_next"
EVERY = "every"


@dataclass(frozen=True)
class Task:
    """A thing to be translated into a language, by somebody who may."""

    kind: Kind
    language: Language
    thing: Any

    @classmethod
    def of(cls, request: HttpRequest, language: str, content_kind: str, pk: int) -> "Task":
        kind = kinds_or_refusal(request.user).get(content_kind)
        if kind is None:
            raise PermissionDenied
        thing = kind.model._default_manager.filter(pk=pk).first()
        if thing is None or thing.source_language == language:
            raise Http404
        return cls(kind, LANGUAGES[language], thing)

    def lines(self) -> list[Line]:
        return lines(self._places(), self.language)

    def _places(self) -> list[Place]:
        if not isinstance(self.thing, Publishable):
            return [Place(self.thing, "", change_url(self.thing))]
        prefetch_related_objects([self.thing], *KINDS[self.thing.content_kind].loads)
        return [place for place in places(self.thing) if type(place.row) in self.kind.models]

    @property
    def picture(self) -> SafeString | str:
        """What the texts of a picture are about."""
        model_admin: Any = admin.site.get_model_admin(self.kind.model)
        return model_admin.depiction(self.thing)

    @property
    def position(self) -> Position:
        return getattr(self.thing, self.kind.changed), self.kind.name, self.thing.pk


@require_http_methods(["GET", "HEAD", "POST"])
def desk_thing_page(
    request: HttpRequest, language: str, content_kind: str, pk: int
) -> HttpResponse:
    task = Task.of(request, language, content_kind, pk)
    if request.method != "POST":
        every = task.lines()
        return _show(request, task, every, DeskForm(_wanted(request, every)))
    with transaction.atomic():
        task = Task(task.kind, task.language, locked(task.thing))
        every = task.lines()
        form = DeskForm.sent(every, request.POST)
        if not form.is_valid():
            return _show(request, task, every, form)
        onward = _onward(request, task)
        _save(request, task.thing, form)
    return redirect(onward)


def _wanted(request: HttpRequest, every: list[Line]) -> list[Line]:
    """What waits; all of it where nothing does, or on request."""
    waiting = [line for line in every if line.waits]
    return waiting if waiting and EVERY not in request.GET else every


def _save(request: HttpRequest, thing: Publishable, form: DeskForm) -> None:
    """Only the columns that were written, each row once."""
    changed, columns = form.changed_lines(), defaultdict(set)
    for line in form.written():
        setattr(line.place.row, line.text.column, form.cleaned_data[line.name])
    for line in form.still_right():
        line.place.row.still_right(line.text.column)
    for line in changed:
        columns[line.place.row].add(line.text.column)
    for row, of_row in columns.items():
        row.save(update_fields=of_row)
    if changed:
        log.record(request.user, [thing], [_said(thing, line) for line in changed])
    _say(request, len(changed))


def _said(thing: Publishable, line: Line) -> dict[str, Any]:
    row = line.place.row
    return log.changed(row, [line.text.column], is_part=row != thing)


def _say(request: HttpRequest, number: int) -> None:
    if number == 0:
        messages.info(request, _("Nothing was changed."))
        return
    sentence = ngettext("%d text is saved.", "%d texts are saved.", number) % number
    messages.success(request, sentence)


def _onward(request: HttpRequest, task: Task) -> str:
    """Down the list, as it stood when this thing was opened: what is saved goes to its top."""
    wish = Wish.of(request.GET)
    if NEXT not in request.POST:
        return translation_address(task.language, task.kind.name, task.thing.pk) + wish.query()
    by_name = kinds_or_refusal(request.user)
    below = waiting(wish.chosen(by_name), task.language.code, wish.work, task.position)
    for content_kind, pk, *_rest in below[:1]:
        return translation_address(task.language, content_kind, pk) + wish.query()
    messages.info(request, _("That was the last one of the list."))
    return desk_address(task.language) + wish.query()


def _show(request: HttpRequest, task: Task, every: list[Line], form: DeskForm) -> HttpResponse:
    groups = groupby(form.rows(), key=lambda row: row[0].place)
    wish = Wish.of(request.GET)
    context = {
        "title": _("%(name)s: %(language)s")
        % {"name": name_of(task.thing), "language": task.language.name},
        "task": task,
        "form": form,
        "media": Media.from_media(form.media, nonce=request.csp_nonce),  # type: ignore[attr-defined]
        "groups": [(place, _cells(list(of_place))) for place, of_place in groups],
        "total": len(every),
        "current": sum(not line.waits for line in every),
        "shows_all": len(form.lines) == len(every),
        "every_query": wish.query(**{EVERY: 1}),
        "others": _other_languages(task),
        "list_address": desk_address(task.language) + wish.query(),
        "change_address": change_url(task.thing),
    }
    return render(request, "admin/desk/thing.html", admin.site.each_context(request) | context)


def _cells(rows: list[Any]) -> list[dict[str, Any]]:
    return [{"line": line, "field": field, "right": box} for line, field, box in rows]


def desk_thing_in_usual_language(request: HttpRequest, content_kind: str, pk: int) -> HttpResponse:
    """The user's own language, unless that is the source of the thing."""
    kind = kinds_or_refusal(request.user).get(content_kind)
    if kind is None:
        raise PermissionDenied
    thing = get_object_or_404(kind.model, pk=pk)
    usual = (request.user.language, USUAL, *LANGUAGES)  # type: ignore[union-attr]
    code = next(code for code in usual if code != thing.source_language)
    return redirect(translation_address(LANGUAGES[code], content_kind, pk))


def _other_languages(task: Task) -> list[Language]:
    own = (task.language.code, task.thing.source_language)
    return [language for code, language in LANGUAGES.items() if code not in own]
