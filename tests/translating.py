"""The pages of the translation desk, as a browser opens, fills in and sends them."""

from django.urls import reverse
from forms_of_the_admin import FormReader


def address(thing, language="kk", content_kind=None):
    content_kind = content_kind or thing.content_kind
    return reverse("translation_desk_thing", args=[language, content_kind, thing.pk])


def name(row, text):
    return f"{row._meta.model_name}-{row.pk}-{text}"


def fields(response):
    """Of the form of the desk, as a browser would send them."""
    reader = FormReader("desk_form")
    reader.feed(response.text)
    return {
        key: [one.removeprefix("\n") for one in values] for key, values in reader.fields.items()
    }


def write(client, thing, language="kk", **options):
    """Opens the form, writes {name: text} into it and sends it; returns the answer."""
    path = address(thing, language)
    form = fields(client.get(path))
    return client.post(path, form | options.get("texts", {}) | {options.get("button", "_save"): ""})


def things(response):
    return [
        (thing["name"], thing["missing"], thing["stale"]) for thing in response.context["things"]
    ]


def stale(row, **columns):
    """The row once its source says something else."""
    for column, text in columns.items():
        setattr(row, column, text)
    row.save()
    return row
