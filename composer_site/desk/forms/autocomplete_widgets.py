"""Fields in which staff choose rows by typing; what is no key of a row is refused by the form."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.db.models import BigIntegerField
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from composer_site.values.codes import Searchable

NOBODY = "0"  # the key of no row


def is_key(value: str) -> bool:
    """What a database takes as one: a forged form may hold anything else."""
    return value.isdecimal() and len(value) < 20 and int(value) <= BigIntegerField.MAX_BIGINT


def keys_in(values: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(int(value) for value in values if is_key(value)))


class KeysOnly:
    def value_from_datadict(self, *args: Any) -> Any:
        value = super().value_from_datadict(*args)  # type: ignore[misc]
        return [known(key) for key in value] if isinstance(value, list) else known(value)

    def format_value(self, value: object) -> list[str]:
        return [key for key in super().format_value(value) if not key or is_key(key)]  # type: ignore[misc]


def known(key: str | None) -> Any:
    return key if not key or is_key(key) else NOBODY


class ChosenRow(KeysOnly, AutocompleteSelect):
    """`known` is the chosen row where its form has it at hand: a list of parts asks no query each."""

    known: Any = None

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        nobody = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(name, value[0], str(self.known), True, len(nobody))
        return [(None, [*nobody, chosen], 0)]


class ChosenRows(KeysOnly, AutocompleteSelectMultiple):
    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Without the cross that takes all of them away at once, which is no item of their list."""
        return super().build_attrs(*args, **kwargs) | {"data-allow-clear": "false"}


class TickedRows(KeysOnly, CheckboxSelectMultiple):
    pass


class Choosing(BaseModelAdmin):
    """For a ModelAdmin or an inline with `autocomplete_fields`. Their page has each list of codes
    once, from which a film's form chooses in forty places."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, Searchable):
            field.widget.lists = vars(request).setdefault("lists_of_codes", {})
        return field

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs = self.chosen_by(ChosenRow, db_field, request) | kwargs
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        return self.narrowed(field, db_field, request)

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs = self.chosen_by(ChosenRows, db_field, request) | kwargs
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        return self.narrowed(field, db_field, request)

    def narrowed(self, field: Any, db_field: Any, request: HttpRequest) -> Any:
        """Who may not see the rows is offered those that stand here already: by a key in the address
        of a form or in a forged one, it would name any other."""
        site, model = self.admin_site, db_field.related_model
        if site.is_registered(model) and not site.get_model_admin(model).has_view_permission(
            request
        ):
            here = self.model._default_manager.values(db_field.name)
            field.queryset = field.queryset.filter(pk__in=here)
        return field

    def chosen_by(
        self, widget: Callable[..., forms.Widget], db_field: models.Field, request: HttpRequest
    ) -> dict[str, Any]:
        if db_field.name not in self.get_autocomplete_fields(request):
            return {}
        return {"widget": widget(db_field, self.admin_site)}
