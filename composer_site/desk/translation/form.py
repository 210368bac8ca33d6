"""The form of the desk: translations of one thing, and nothing else of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import TextField
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.translation.lines import Line
from composer_site.publishing.source_texts import fingerprint
from composer_site.publishing.translations import comparable

SEEN = "-seen"
LINE_LENGTH = 50  # characters
SHORT = 120  # characters that fit into one line beside the source


class OneParagraph(AdminTextareaWidget):
    """For a long text without line breaks: high enough to see all of it."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.splitlines()) if isinstance(value, str) else value


class DeskForm(forms.Form):
    """Its fields follow from the lines that the user may translate, so that a forged POST reaches
    no other column."""

    gone: Sequence[str] = ()  # what was typed for texts that the thing has no more

    def __init__(self, lines: Sequence[Line], data: QueryDict | None = None) -> None:
        super().__init__(data and _brought_up_to_date(lines, data))
        self.lines = lines
        for line in lines:
            self.fields[line.name] = form_field(line)
            if line.is_stale:
                self.fields[right(line)] = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        for line in self.changed_lines():
            if sentence := self._refusal(line):
                self.add_error(line.name, sentence)
        for typed in self.gone:
            self.add_error(None, _gone_in_words(typed))
        return self.cleaned_data

    def _refusal(self, line: Line) -> SafeString | str:
        source, _dot, target = self.data.get(seen(line), "").partition(".")
        if target != fingerprint(line.text.target):
            return _theirs(line)
        if source != fingerprint(line.text.source):
            return _(
                "The source was changed after you opened the page. Compare your text with the "
                "source as it is now, then save again."
            )
        return ""

    def changed_lines(self) -> list[Line]:
        return [*self.written(), *self.still_right()]

    def written(self) -> list[Line]:
        return [
            line
            for line in self.lines
            if line.name in self.cleaned_data
            and line.comparable(self.cleaned_data[line.name]) != line.text.target
        ]

    def still_right(self) -> list[Line]:
        """What was written anew needs no such word."""
        written = self.written()
        ticked = (line for line in self.lines if self.cleaned_data.get(right(line)))
        return [line for line in ticked if line not in written]

    @classmethod
    def sent(cls, lines: Sequence[Line], data: QueryDict) -> "DeskForm":
        """Of the texts that were shown, whatever became of them since."""
        form = cls([line for line in lines if seen(line) in data], data)
        form.gone = list(_gone({seen(line) for line in lines}, data))
        return form

    def rows(self) -> Iterator[tuple[Line, forms.BoundField, forms.BoundField | None]]:
        """(line, its field, the box that says it is still right)"""
        for line in self.lines:
            yield line, self[line.name], self[right(line)] if line.is_stale else None


def _theirs(line: Line) -> SafeString:
    sentence = _(
        "Somebody else changed this text after you opened the page. Yours is kept here: save again "
        "to put it in the place of theirs, which says:"
    )
    return format_html(
        '{} <span class="theirs" lang="{}">{}</span>',
        sentence,
        line.text.language.tag,
        line.in_words(line.stored) or "—",
    )


def _gone(known: set[str], data: QueryDict) -> Iterator[str]:
    for key, value in data.items():
        if key.endswith(SEEN) and key not in known:
            typed = comparable(data.get(key.removesuffix(SEEN), ""))
            if typed and fingerprint(typed) != str(value).partition(".")[2]:
                yield typed


def _gone_in_words(typed: str) -> SafeString:
    sentence = _("This text was taken out of the source meanwhile. You had written:")
    return format_html('{} <span class="theirs">{}</span>', sentence, typed)


def seen(line: Line) -> str:
    return f"{line.name}{SEEN}"


def right(line: Line) -> str:
    return f"{line.name}-right"


def _brought_up_to_date(lines: Sequence[Line], data: QueryDict) -> QueryDict:
    """What the writer left as it was when the page was opened is what is stored now."""
    data = data.copy()
    for line in lines:
        _source, _dot, target = data.get(seen(line), "").partition(".")
        typed = data.get(line.name)
        if typed is None or fingerprint(line.comparable(typed)) == target:
            data[line.name] = line.stored
    return data


def form_field(line: Line) -> Any:
    options: dict[str, Any] = {"initial": line.stored}
    if not line.is_rich:
        options["widget"] = _widget(line)
    field: Any = line.column.formfield(**options)
    field.widget.attrs |= {
        "lang": line.text.language.tag,
        "aria-describedby": f"{line.name}-about",
    }
    return field


def _widget(line: Line) -> forms.Widget:
    if isinstance(line.column, TextField):
        return AdminTextareaWidget(attrs={"rows": rows_for(line)})
    if (line.column.max_length or 0) > SHORT:
        return OneParagraph(attrs={"rows": rows_for(line)})
    return AdminTextInputWidget()


def rows_for(line: Line) -> int:
    """Of a text about as long as its source; newer browsers fit the height to the text itself."""
    return min(20, sum(1 + len(part) // LINE_LENGTH for part in line.text.source.split("\n")))
