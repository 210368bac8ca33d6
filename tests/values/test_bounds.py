"""How long a text may be: refused aloud where it was entered, before anything reads it."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import modelform_factory
from django.urls import reverse
from factories import make_film, make_statement, make_user, published
from forms_of_the_admin import add_address, errors, fields_of, open_form, save
from translating import fields, name, write

from composer_site.desk.forms.staff_form import StaffForm
from composer_site.publishing.finding import FoldedField
from composer_site.publishing.translations import Translatable
from composer_site.values import richtext
from composer_site.values.richtext import MOST_PLAIN, MOST_RICH, BoundedText
from films.models import Film
from press.models import Statement

pytestmark = pytest.mark.django_db

LONG, ENDLESS = "a" * (MOST_PLAIN + 1), "<p>" + "a" * MOST_RICH
TOO_LONG = "This text is longer than 20,000 characters. Shorten it."
TOO_RICH = "This text is longer than 200,000 characters, its formatting included. Shorten it."


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


@pytest.fixture
def _nothing_parses(monkeypatch):
    def simplified(value, *_args):
        assert len(value) <= MOST_RICH
        return value

    monkeypatch.setattr(richtext, "simplified", simplified)


def working_copies():
    return [model for model in apps.get_models() if issubclass(model, Translatable)]


@pytest.mark.parametrize("model", working_copies(), ids=lambda model: model.__name__)
def test_every_text_of_a_working_copy_is_bounded(model):
    written = [f for f in model._meta.concrete_fields if not isinstance(f, FoldedField)]
    texts = [f for f in written if isinstance(f, models.TextField)]
    lines = [f for f in written if isinstance(f, models.CharField)]
    assert [f.name for f in texts if not isinstance(f, BoundedText)] == []
    assert [f.name for f in lines if not f.max_length] == []


@pytest.mark.usefixtures("_nothing_parses")
def test_a_form_refuses_a_text_beyond_its_bound_and_keeps_it(editor):
    statement = make_statement()
    typed = open_form(editor, statement) | {"body_en": ENDLESS, "standfirst_en": LONG}
    response = save(editor, statement, typed)
    assert errors(response) == {"body_en": [TOO_RICH], "standfirst_en": [TOO_LONG]}
    again = fields_of(response, statement)
    assert [again["body_en"], again["standfirst_en"]] == [[ENDLESS], [LONG]]


def test_a_text_that_cleaning_would_make_longer_than_its_bound_is_refused(editor):
    statement = make_statement()
    typed = open_form(editor, statement) | {"body_en": "&" * (MOST_RICH // 2)}
    assert errors(save(editor, statement, typed)) == {"body_en": [TOO_RICH]}


@pytest.mark.usefixtures("_nothing_parses")
def test_the_translation_desk_refuses_and_keeps_it(client):
    client.force_login(make_user("translators"))
    statement = make_statement()
    body = name(statement, "body")
    answer = write(client, statement, texts={body: ENDLESS})
    assert answer.context["form"].errors == {body: [TOO_RICH]}
    assert fields(answer)[body] == [ENDLESS]


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [("body_en", ENDLESS, TOO_RICH), ("standfirst_en", LONG, TOO_LONG)],
)
def test_a_publication_refuses_what_came_past_the_forms(column, text, sentence):
    statement = make_statement()
    Statement.objects.update(**{column: text})
    with pytest.raises(ValidationError) as refused:
        published(statement)
    assert refused.value.message_dict == {column: [sentence]}


def test_a_search_for_more_than_anybody_types_is_refused_aloud(editor):
    film = make_film(title_en="a" * 200)
    page = editor.get(add_address(Film, "changelist"), {"q": "a" * 60_000}, follow=True)
    sentence = "Search for fewer words: 300 characters at most."
    assert [str(message) for message in page.context["messages"]] == [sentence]
    assert list(page.context["cl"].result_list) == [film]


def test_a_choice_finds_nothing_by_more_than_anybody_types(editor):
    make_film(title_en="a" * 200)
    asked = {"app_label": "films", "model_name": "credit", "field_name": "film", "term": "a " * 400}
    assert editor.get(reverse("admin:autocomplete"), asked).json()["results"] == []


def test_no_form_has_the_browser_cut_a_paste_without_a_word():
    form = modelform_factory(Film, StaffForm, fields=["synopsis_en"])()
    assert "maxlength" not in str(form)
