"""What is drawn without a template says what Django's own template says."""

from html.parser import HTMLParser

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorList
from django.utils.safestring import mark_safe

from composer_site.desk.forms.quick_renderer import DRAWN, QuickRenderer

HOSTILE = "\"quoted\" & 'apt' <b>"
ATTRIBUTES = {"id": "id_a", "title": HOSTILE, "required": True, "disabled": False, "size": 3}
CHOICES = [("", "-"), (1, HOSTILE), ("Group", [("b", "B"), ("c", mark_safe("C&amp;D"))])]
WIDGETS = [
    (forms.TextInput(), HOSTILE),
    (forms.TextInput(), None),
    (forms.HiddenInput(), 0),
    (forms.NumberInput(), 1234567),
    (forms.EmailInput(), "a@b.example"),
    (forms.URLInput(), "https://a.example/?b&c"),
    (forms.PasswordInput(render_value=True), HOSTILE),
    (forms.DateInput(), "2019-05-17"),
    (forms.TimeInput(), "12:00"),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.Textarea(), HOSTILE),
    (forms.Textarea(), None),
    (forms.Select(choices=CHOICES), "b"),
    (forms.Select(choices=CHOICES), 1),
    (forms.SelectMultiple(choices=CHOICES), ["b", "c"]),
]


class Reader(HTMLParser):
    """What a browser reads: tags with their attributes in any order, and texts."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        self.found.append(tag)

    def handle_data(self, data):
        if data.strip():
            self.found.append(data)


def read(html):
    return Reader(html).found


@pytest.mark.parametrize(("widget", "value"), WIDGETS)
def test_a_widget_says_the_same(widget, value):
    drawn = [
        widget.render("a", value, ATTRIBUTES, one()) for one in (QuickRenderer, DjangoTemplates)
    ]
    assert read(drawn[0]) == read(drawn[1])


@pytest.mark.parametrize("renderer", [QuickRenderer, DjangoTemplates])
def test_labels_and_errors_say_the_same(renderer):
    class Asking(forms.Form):
        name = forms.CharField(label=HOSTILE)

    form = Asking({}, renderer=renderer())
    label = ("label", {"for": "id_name"}), f"{HOSTILE}:", "label"
    errors = ("ul", {"class": "errorlist", "id": "id_name_error"}), ("li", {})
    assert tuple(read(form["name"].label_tag())) == label
    sentence = "This field is required."
    assert tuple(read(form["name"].errors.as_ul())) == (*errors, sentence, "li", "ul")


def test_no_errors_are_nothing():
    assert ErrorList(renderer=QuickRenderer()).as_ul() == ""


def test_each_name_is_a_template_of_djangos():
    for name in DRAWN:
        assert DjangoTemplates().get_template(name)
