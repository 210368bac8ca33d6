"""Draws the commonest inputs without a template each: a form of staff has nine hundred of them."""

from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeData, mark_safe


class QuickRenderer(DjangoTemplates):
    """What it draws says what Django's own templates of these names say."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        if draw := DRAWN.get(template_name):
            return mark_safe(draw(context))  # noqa: S308 - each escapes what is said
        return super().render(template_name, context, request)


def escaped(value: object) -> str:
    return value if isinstance(value, SafeData) else escape(str(value))  # type: ignore[return-value]


def attributes(attrs: dict[str, Any]) -> str:
    """True is a name alone, False is nothing."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escaped(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def drawn_input(context: dict[str, Any]) -> str:
    widget = context["widget"]
    value = "" if widget["value"] is None else f' value="{escaped(widget["value"])}"'
    named = f'type="{widget["type"]}" name="{escaped(widget["name"])}"'
    return f"<input {named}{value}{attributes(widget['attrs'])}>"


def drawn_textarea(context: dict[str, Any]) -> str:
    widget = context["widget"]
    opened = f'<textarea name="{escaped(widget["name"])}"{attributes(widget["attrs"])}>'
    return f"{opened}\n{escaped(widget['value'] or '')}</textarea>"


def drawn_select(context: dict[str, Any]) -> str:
    widget = context["widget"]
    groups = "".join(drawn_group(name, options) for name, options, _index in widget["optgroups"])
    return (
        f'<select name="{escaped(widget["name"])}"{attributes(widget["attrs"])}>{groups}</select>'
    )


def drawn_group(name: object, options: list[dict[str, Any]]) -> str:
    drawn = "".join(
        f'<option value="{escaped(option["value"])}"{attributes(option["attrs"])}>'
        f"{escaped(option['label'])}</option>"
        for option in options
    )
    return f'<optgroup label="{escaped(name)}">{drawn}</optgroup>' if name else drawn


def drawn_label(context: dict[str, Any]) -> str:
    label, tag = escaped(context["label"]), context["tag"]
    return f"<{tag}{attributes(context['attrs'])}>{label}</{tag}>" if context["use_tag"] else label


def drawn_errors(context: dict[str, Any]) -> str:
    errors = context["errors"]
    if not errors:
        return ""
    key = f' id="{escaped(errors.field_id)}_error"' if errors.field_id else ""
    items = "".join(f"<li>{escaped(error)}</li>" for error in errors)
    return f'<ul class="{escaped(context["error_class"])}"{key}>{items}</ul>'


INPUTS = ("text", "hidden", "number", "email", "url", "password", "date", "time", "checkbox")
DRAWN = {f"django/forms/widgets/{name}.html": drawn_input for name in INPUTS} | {
    "django/forms/widgets/textarea.html": drawn_textarea,
    "django/forms/widgets/select.html": drawn_select,
    "django/forms/label.html": drawn_label,
    "django/forms/errors/list/ul.html": drawn_errors,
}
