"""The log of what staff did is read in the language of whoever reads, whoever acted in which."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from django.utils import translation
from factories import in_all, make_film, make_statement, make_superuser, make_user
from forms_of_the_admin import open_form, save_well

from composer_site.desk.log import (
    ACTS,
    changed,
    changed_rows,
    record,
    record_act,
    translated,
)
from films.models import Still

pytestmark = pytest.mark.django_db


@pytest.fixture
def russian(client):
    user = make_superuser(language="ru")
    client.force_login(user)
    return user


def read_in(code):
    with translation.override(code):
        return [entry.get_change_message() for entry in translated(LogEntry.objects.all())]


def publish(client, thing):
    address = reverse(f"admin:press_{thing._meta.model_name}_publish", args=[thing.pk])
    approval_digest = client.get(address).context["proposal"].approval_digest
    client.post(address, {"approval_digest": approval_digest, "when": "now", "zone": "UTC"})


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "Published as edition 1."),
        ("ru", "Опубликовано как редакция 1."),
        ("zh-hans", "已发布为第1版。"),
    ],
)
def test_a_publication_is_read_in_the_language_of_the_reader(client, russian, code, sentence):
    publish(client, make_statement())
    assert read_in(code) == [sentence]


def test_the_history_of_a_thing_speaks_the_language_of_its_reader(client, russian):
    statement = make_statement()
    publish(client, statement)
    client.force_login(make_user("editors", language="kk"))
    page = client.get(reverse("admin:press_statement_history", args=[statement.pk]))
    assert "1-шығарылым болып жарияланды." in page.text


def test_a_changed_text_is_named_with_its_language(client, russian):
    film = make_film()
    save_well(client, film, open_form(client, film) | {"title_kk": ["Композитор"]})
    assert read_in("ru") == ["Изменено: Название (Қазақша)."]
    assert read_in("en") == ["Changed Title (Қазақша)."]


def test_a_changed_part_is_named_in_the_language_of_the_reader(russian):
    milestone = make_film().milestones.create(date="2019", **in_all("headline", "Premiere"))
    record(russian, [milestone.film], [changed(milestone, ["date"], is_part=True)])
    assert read_in("ru") == ["Изменено: веха «Premiere (en)»\xa0— Дата."]


def test_an_ordered_list_is_named_in_the_language_of_the_reader(russian):
    record(russian, [make_film()], [changed_rows(Still)])
    assert read_in("ru") == ["Изменено: кадры."]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("Опубликовано как редакция 1.", "Опубликовано как редакция 1."),
        ('[{"changed": {"fields": ["Title"]}}]', "Changed Title."),
        ('[{"changed": {"fields": ["films.gone.title_kk"]}}]', "Changed films.gone.title_kk."),
        ('[{"changed": {"fields": ["films.film.gone"]}}]', "Changed Gone."),
        ('[{"added": {}}]', "Added."),
        ("[]", "No fields changed."),
        ("", ""),
    ],
)
def test_an_entry_of_before_is_read_as_it_stands(russian, stored, read):
    LogEntry.objects.log_actions(russian.pk, [make_film()], CHANGE, stored)
    assert read_in("en") == [read]


def test_to_read_the_log_changes_none_of_it(client, russian):
    publish(client, make_statement())
    before = list(LogEntry.objects.values())
    read_in("kk")
    assert list(LogEntry.objects.values()) == before


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_read_from_its_code_and_values(russian, act):
    times = {
        name: {"at": "2030-05-17T12:00:00+00:00", "zone": "UTC"} for name in ("time", "before")
    }
    record_act(russian, make_film(), act, number=7, count=3, **times)
    (sentence,) = read_in("en")
    assert "edition 7" in sentence
