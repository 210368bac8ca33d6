"""What fields and their values are called, in the words of the forms."""

import datetime as dt
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from composer_site.desk.clocks import on_own_clock
from composer_site.values.dates import UncertainDateField, edtf_in_words
from composer_site.values.languages import LANGUAGES, Language, current
from composer_site.values.markup import Token, leads_to, name_of, read
from composer_site.values.richtext import ends_line


def field_of(model: type[models.Model] | None, name: str) -> Any:
    try:
        return model and model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def part_model(model: type[models.Model], name: str) -> type[models.Model] | None:
    field = field_of(model, name)
    return field.related_model if isinstance(field, models.ForeignObjectRel) else None


def language_of(field: object) -> Language | None:
    """The language of a column of translated text, which django-translated-fields notes on it."""
    return LANGUAGES.get(getattr(field, "_translated_field_language_code", ""))


def verbose_name(model: type[models.Model] | None, name: str) -> Any:
    """Of a field, of a translatable text as a whole, or of the parts that a relation leads to."""
    if words := getattr(getattr(model, name, None), "short_description", None):
        return words
    field = field_of(model, name)
    if isinstance(field, models.ForeignObjectRel):
        return field.related_model._meta.verbose_name_plural
    return field and field.verbose_name


def label(field: Any) -> str:
    return capfirst(str(field.verbose_name))


def label_with_language(field: Any) -> str:
    language = language_of(field)
    return f"{label(field)} ({language.name})" if language else label(field)


def in_words(field: Any, value: Any) -> str:
    """A value as JSON has it: codes and dates in the language of whoever reads."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(in_words(field, item) for item in value)
    if isinstance(field, models.DateTimeField):
        return on_own_clock(dt.datetime.fromisoformat(value))
    if isinstance(field, UncertainDateField | models.DateField):
        return edtf_in_words(value, current().code)
    return str(_choices_of(field).get(value, value))


def _choices_of(field: Any) -> dict[Any, Any]:
    return dict(getattr(field, "flatchoices", None) or _codes_of(field))


def _codes_of(field: Any) -> Any:
    choices = getattr(field, "code_choices", None) or ()
    return choices() if callable(choices) else choices


def readable(markup: str) -> str:
    """Rich text as plain paragraphs that still show where its links lead."""
    addresses = [""]

    def said(tag: Token) -> str:
        if name_of(tag) != "a":
            return "\n" if ends_line(tag) else ""
        if not tag["closes"]:
            addresses.append(leads_to(tag))
        return f" [{addresses[-1]}]" if tag["closes"] and addresses[-1] else ""

    return read(markup, said).strip()
