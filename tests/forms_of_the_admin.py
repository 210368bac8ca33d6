"""What a browser would send of a form of the admin: its fields as they stand, to be changed."""

from html.parser import HTMLParser

from django.urls import reverse


class FormReader(HTMLParser):
    """The first POST form of a page, as {name: [values]}."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside, self.fields = form_id, False, {}
        self.select = self.textarea = self.multiple = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.inside = attributes.get("id") == self.form_id
        if not self.inside:
            return
        name = attributes.get("name")
        if tag == "input" and name and attributes.get("type") not in ("submit", "file", "button"):
            if attributes.get("type") not in ("checkbox", "radio") or "checked" in attributes:
                self.fields.setdefault(name, []).append(value_of(attributes))
        elif tag == "textarea":
            self.textarea = name
            self.fields[name] = [""]
        elif tag == "select":
            self.select, self.multiple = name, "multiple" in attributes
            self.fields.setdefault(name, [])
        elif tag == "option" and self.select and "selected" in attributes:
            self.fields[self.select].append(attributes.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "select" and self.select:
            if not self.multiple and not self.fields[self.select]:
                self.fields[self.select] = [""]
            self.select = None
        elif tag == "textarea":
            self.textarea = None
        elif tag == "form":
            self.inside = False

    def handle_data(self, data):
        if self.textarea and self.inside:
            self.fields[self.textarea][0] += data


def value_of(attributes):
    ticked = attributes.get("type") in ("checkbox", "radio")
    return attributes.get("value", "on" if ticked else "") or ""


def fields_of(response, row_or_model):
    reader = FormReader(f"{row_or_model._meta.model_name}_form")
    reader.feed(response.text)
    fields = {name: values for name, values in reader.fields.items() if "__prefix__" not in name}
    # A browser leaves out the line break that opens a textarea.
    return {
        name: [value.removeprefix("\r\n").removeprefix("\n") for value in values]
        for name, values in fields.items()
    }


def address(row, view="change"):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{view}", args=[row.pk])


def add_address(model, view="add"):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}")


def open_form(client, row):
    response = client.get(address(row))
    assert response.status_code == 200
    return fields_of(response, row)


def save(client, row, fields):
    return client.post(address(row), fields)


def errors(response):
    """Every error on the page, as {field: sentences}."""
    if response.context is None:
        return {}
    form = response.context["adminform"].form
    found = dict(form.errors)
    for inline in response.context["inline_admin_formsets"]:
        found |= (
            {f"{inline.formset.prefix}": inline.formset.errors}
            if not inline.formset.is_valid()
            else {}
        )
    return found


def save_well(client, row, fields):
    response = save(client, row, fields)
    assert response.status_code == 302, errors(response)
    return response
