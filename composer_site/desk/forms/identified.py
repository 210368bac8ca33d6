"""Where a catalogue's number is asked for, the address of its page may be pasted."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.http import HttpRequest

from composer_site.values.identifiers import normalise


class IdentifierField(forms.CharField):
    """Cleans to the bare number."""

    def __init__(self, *, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def to_python(self, value: object) -> str:
        return normalise(self.kind, super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """An address is longer than the number in it."""
        attributes = super().widget_attrs(widget)
        return {name: value for name, value in attributes.items() if name != "maxlength"}


class Identified(BaseModelAdmin):
    """For a ModelAdmin: `identifiers` names the scheme of each such field."""

    identifiers: ClassVar[dict[str, str]] = {}

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if kind := self.identifiers.get(db_field.name):
            kwargs["form_class"] = partial(IdentifierField, kind=kind)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
