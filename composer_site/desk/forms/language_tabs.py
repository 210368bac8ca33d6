"""Forms grouped by language: the columns of one language are one fieldset, which a script makes a tab."""

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.db.models import DateTimeField, TextField, URLField
from django.forms import Textarea
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.field_words import language_of
from composer_site.desk.forms.staff_form import SplitDateTime
from composer_site.values.languages import LANGUAGES, Language

Fieldset = tuple[Any, Any]  # title, options


def columns(model: type[models.Model], language: Language) -> list[str]:
    return [field.name for field in model._meta.fields if language_of(field) is language]


def source_language(row: Any) -> str | None:
    """Of a row, or of the whole that it is a part of; a file has none."""
    if hasattr(row, "source_language"):
        return row.source_language
    whole = getattr(row, "whole", None) if row and row.pk else None
    return whole.source_language if whole else None


class LanguageTabs(BaseModelAdmin):
    """For a ModelAdmin or an inline: `shared` fields of no language first, then one group for each
    language, then `groups` of (title, fields) of no language."""

    shared: tuple[Any, ...] = ()
    groups: tuple[tuple[Any, tuple[Any, ...]], ...] = ()
    formfield_overrides = {
        DateTimeField: {"widget": SplitDateTime},
        URLField: {"assume_scheme": "https"},
        TextField: {"widget": Textarea(attrs={"rows": 3})},
    }

    def get_fieldsets(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[Fieldset]:
        languages = [fieldset(self.model, language, obj) for language in LANGUAGES.values()]
        first: Fieldset = (None, {"fields": self.shared, "classes": ["shared"]})
        later = [(title, {"fields": fields, "classes": []}) for title, fields in self.groups]
        return [first, *(group for group in languages if group[1]["fields"]), *later]

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """What is pasted too long is refused in a sentence: `maxlength` would cut it in silence."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs.pop("maxlength", None)
        if field and (language := language_of(db_field)):
            field.widget.attrs["lang"] = language.tag
        return field


def fieldset(model: type[models.Model], language: Language, row: models.Model | None) -> Fieldset:
    names = columns(model, language)
    classes = ["language", f"language-{language.suffix}"]
    if source_language(row) == language.code:
        classes.append("source-language")
    counted = row if isinstance(row, model) else None
    return heading(language, names, counted), {"fields": names, "classes": classes}


def heading(language: Language, names: list[str], row: models.Model | None) -> SafeString:
    name = format_html('<span lang="{}">{}</span>', language.tag, language.name)
    if row is None:
        return name
    filled = sum(bool(getattr(row, column)) for column in names)
    return format_html(
        '{} <span class="filled" title="{}">{}/{}</span> <span class="source">{}</span>',
        name,
        _("Texts filled in"),
        filled,
        len(names),
        _("source language") if source_language(row) == language.code else "",
    )
