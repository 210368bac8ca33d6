"""What the lists of the admin say of each row: where it stands, and which languages are whole."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList, ChangeListSearchForm
from django.db.models import BigIntegerField, Field
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.lists.searching import MAX_CHARACTERS
from composer_site.desk.lists.states import State, state_of
from composer_site.publishing.translations import Translatable
from composer_site.values.languages import LANGUAGES, Language

OFFERED = {"exact", "isnull"}
NUMBERS = {
    "year": re.compile("(?!9999)[1-9][0-9]{3}"),
    "month": re.compile("[1-9]|1[0-2]"),
    "day": re.compile("[1-9]|[12][0-9]|3[01]"),
}


class SearchForm(ChangeListSearchForm):
    """Where it is refused, the list says so and shows all of its rows."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        too_long = {"max_length": gettext_lazy("Search for fewer words: 300 characters at most.")}
        self.fields[SEARCH_VAR] = forms.CharField(
            required=False, strip=False, max_length=MAX_CHARACTERS, error_messages=too_long
        )


class TellingChangeList(ChangeList):
    """Says by which filters it is narrowed, and how to take each away."""

    search_form_class = SearchForm

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        # Of a list that nothing narrows the admin would offer to show all.
        if not (self.query or self.has_active_filters):
            self.full_result_count = self.result_count

    def narrowed_by(self) -> Iterator[tuple[Any, Any, str]]:
        """(title of the filter, what is chosen, address without it)"""
        for spec in self.filter_specs:
            chosen = [choice for choice in spec.choices(self) if choice["selected"]]
            if chosen and (without := self.without(spec)) is not None:
                yield spec.title, chosen[0]["display"], without

    def without(self, spec: Any) -> str | None:
        """None where it does not narrow the list."""
        names = [name for name in spec.expected_parameters() if name in self.params]
        return self.get_query_string(remove=names) if names else None


class StateChangeList(TellingChangeList):
    """One query says where all rows of the page stand."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        states = state_of(self.result_list)
        for row in self.result_list:
            row.state = states[row.uid].known_to(request.user)


class PlainFilters(admin.ModelAdmin):
    """Its list is filtered by what the list itself offers, and says by what. Patterns, and years
    that no clock has, come from forged addresses, and only the database would refuse them."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[TellingChangeList]:
        return TellingChangeList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        last = lookup.rpartition("__")[2]
        if last in Field().get_lookups().keys() - OFFERED:
            return False
        if "\x00" in value or (last in NUMBERS and not NUMBERS[last].fullmatch(value)):
            return False
        if is_beyond_any_key(value):
            return False
        return super().lookup_allowed(lookup, value, request)


def is_beyond_any_key(value: str) -> bool:
    """As `int` reads it: a column of keys would overflow."""
    try:
        return abs(int(value)) > BigIntegerField.MAX_BIGINT
    except ValueError:
        return False


def state_marks(state: State) -> SafeString:
    return format_html_join(" ", '<span class="mark mark-{}">{}</span>', state.marks())


def language_marks(row: Translatable) -> SafeString:
    return format_html_join(
        " ",
        '<span class="language-mark {}" lang="{}" title="{}">{}'
        '<span class="visually-hidden"> {}</span></span>',
        [language_mark(row, language) for language in LANGUAGES.values()],
    )


def language_mark(row: Translatable, language: Language) -> tuple[str, str, str, str, str]:
    texts = [getattr(row, f"{name}_{language.suffix}") for name in row.main_texts]
    if texts and not any(texts):
        status, words = "missing", _("missing")
    elif not all(texts) or language.code in row.missing_in.split():
        status, words = "begun", _("begun")
    elif language.code in row.stale_in.split():
        status, words = "stale", _("outdated")
    else:
        status, words = "complete", _("complete")
    return status, language.tag, f"{language.name}: {words}", language.code[:2], words
