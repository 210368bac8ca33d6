from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _


class SplitDateTime(AdminSplitDateTime):
    """The words beside its two inputs are no labels of theirs: each has a name of its own."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        for widget, name in zip(self.widgets, (_("Date"), _("Time")), strict=True):
            widget.attrs["aria-label"] = name


class StaffForm(forms.ModelForm):
    """What is wrong in a column that this form does not hold is for those who can mend it: saving
    is not publishing, and a publication looks at every column again."""

    refusal: Any = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            widget: Any = getattr(field.widget, "widget", field.widget)  # RelatedFieldWidgetWrapper
            if hasattr(widget, "known"):
                widget.known = self.instance._state.fields_cache.get(name)

    def clean(self) -> Any:
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned

    def _update_errors(self, errors: ValidationError) -> None:
        if hasattr(errors, "error_dict"):
            known = {*self.fields, NON_FIELD_ERRORS}
            held = {name: messages for name, messages in errors.error_dict.items() if name in known}
            errors = ValidationError(held)
        super()._update_errors(errors)  # type: ignore[misc]
