"""The rows of a fieldset, drawn without a template for each of a form's nine hundred fields.

What the fields of parts hold is said once, above all parts: rows name it by `aria-describedby`.
"""

from typing import Any

from django import template
from django.contrib.admin.helpers import AdminField, AdminReadonlyField, Fieldline, Fieldset
from django.forms import BaseInlineFormSet
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

Field = AdminField | AdminReadonlyField


class Parts:
    """What the rows of a formset have in common, read once."""

    def __init__(self, formset: BaseInlineFormSet) -> None:
        self.labels: dict[str, tuple[str, str]] = {}  # {field: (a row's prefix, the label in it)}
        self.helps: dict[str, tuple[str, list[str]]] = {}  # {help: (its id, the fields' labels)}
        self.described_by: dict[str, str] = {}  # {field: the id of its help}
        for name, field in formset.form.base_fields.items():
            if field.help_text and not field.widget.is_hidden:
                key = f"{formset.prefix}-help-{len(self.helps)}"
                known, labels = self.helps.setdefault(str(field.help_text), (key, []))
                labels += {str(field.label)} - {*labels}
                self.described_by[name] = known


def parts_of(formset: Any) -> Parts:
    if not hasattr(formset, "parts"):
        formset.parts = Parts(formset)
    return formset.parts


@register.filter
def helps(formset: BaseInlineFormSet) -> list[tuple[str, str, str]]:
    """(id, labels, help) for above its parts."""
    return [
        (key, ", ".join(labels), text) for text, (key, labels) in parts_of(formset).helps.items()
    ]


@register.simple_tag
def field_rows(fieldset: Fieldset) -> SafeString:
    formset = getattr(fieldset, "formset", None)
    rows = PartRows(parts_of(formset), str(fieldset.form.prefix)) if formset else Rows()
    return mark_safe("".join(map(rows.row, fieldset)))  # noqa: S308 - fields escape what they say


@register.filter
def hidden(field: Any) -> SafeString:
    """No label and no script asks for its id."""
    return field.as_widget(attrs={"id": False})


class Rows:
    def row(self, line: Fieldline) -> str:
        fields, errors = list(line), line.errors()
        if not line.has_visible_field:
            return errors + "".join(map(hidden, (field.field for field in fields)))
        if len(fields) > 1:
            return f'<div class="form-row form-multiline">{"".join(map(self.box, fields))}</div>'
        return self.placed(fields[0], errors, "form-row errors" if errors else "form-row")

    def box(self, field: Any) -> str:
        """One of several in a row, each below its label."""
        field.is_first = True
        errors = "" if field.is_readonly else field.errors()
        return self.placed(field, errors, "", " fieldBox errors" if errors else " fieldBox")

    def placed(self, field: Field, errors: str, outer: str, inner: str = "") -> str:
        """In two elements only where something stands above or below it and its label."""
        drawn, below = [self.label(field), self.value(field)], self.help(field)
        if field.is_checkbox:
            drawn.reverse()
            inner += " checkbox-row"
        content, inner = "".join(drawn), f"flex-container{inner}"
        if errors or below:
            content = f'{errors}<div class="{inner}">{content}</div>{below}'
            return f'<div class="{outer}">{content}</div>' if outer else f"<div>{content}</div>"
        return f'<div class="{f"{outer} {inner}".strip()}">{content}</div>'

    def label(self, field: Field) -> str:
        return field.label_tag()

    def value(self, field: Any) -> str:
        if field.is_readonly:
            return f'<div class="readonly">{field.contents()}</div>'
        return str(field.field)

    def help(self, field: Any) -> str:
        """One that is shown only is described by a dict."""
        text = field.field["help_text"] if field.is_readonly else field.field.help_text
        key = "" if field.is_readonly else field.field.id_for_label
        named = f' id="{key}_helptext"' if key else ""
        return f'<div class="help"{named}><div>{text}</div></div>' if text else ""


class PartRows(Rows):
    """Of the part whose fields begin with `prefix`."""

    def __init__(self, parts: Parts, prefix: str) -> None:
        self.parts, self.prefix = parts, prefix

    def label(self, field: Any) -> str:
        if field.is_readonly:
            return field.label_tag()
        name = field.field.name
        if name not in self.parts.labels:
            self.parts.labels[name] = self.prefix, field.label_tag()
        first, label = self.parts.labels[name]
        return label.replace(f"id_{first}-", f"id_{self.prefix}-")

    def value(self, field: Any) -> str:
        help_id = "" if field.is_readonly else self.parts.described_by.get(field.field.name)
        if not help_id or field.field.use_fieldset:
            return super().value(field)
        bound = field.field
        ids = f"{help_id} {bound.auto_id}_error" if bound.errors else help_id
        return bound.as_widget(attrs={"aria-describedby": ids})

    def help(self, field: Field) -> str:
        return ""
