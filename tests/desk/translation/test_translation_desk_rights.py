"""Who may translate what at the translation desk, and that forged fields change nothing."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from factories import (
    make_credit,
    make_film,
    make_person,
    make_picture,
    make_press_office,
    make_user,
)
from translating import address, name, things, write

from composer_site.publishing.source_texts import fingerprint
from films.models import Credit, Film

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    client.force_login(make_user("translators"))
    return client


def test_forged_fields_change_nothing(translator):
    film, other = make_film(), make_film()
    credit = make_credit(film)
    forged = {"title_en": "X", "title_kk": "X", "slug": "x", name(film, "title_en"): "X"}
    forged |= {name(film, "title_ru"): "X", name(other, "title"): "X", name(film, "year"): "1"}
    forged |= {name(credit, "role"): "director", name(credit, "character"): "X"}
    forged[f"{name(other, 'title')}-seen"] = [f"{fingerprint('')}.{fingerprint('')}"]
    before = list(Film.objects.values()), list(Credit.objects.values())
    write(translator, film, texts=forged)
    assert (list(Film.objects.values()), list(Credit.objects.values())) == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_source_language_has_no_page(translator, method):
    film = make_film()
    assert getattr(translator, method)(address(film, "en")).status_code == 404
    assert (
        getattr(translator, method)(address(make_film(source_language="ru"), "ru")).status_code
        == 404
    )


@pytest.mark.parametrize("group", ["translators", "editors", "publishers"])
def test_who_may_change_things_may_translate_them(client, group):
    film = make_film()
    client.force_login(make_user(group))
    write(client, film, texts={name(film, "title"): "Ән"})
    assert Film.objects.get().title_kk == "Ән"


@pytest.mark.parametrize("rights", [[], ["view_film"], ["view_person", "change_person"]])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_change_a_film_has_no_page_for_it(client, rights, method):
    film, reader = make_film(title_kk=""), make_user()
    reader.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(reader)
    assert getattr(client, method)(address(film), {name(film, "title"): "X"}).status_code == 403


def test_the_list_shows_only_what_one_may_change(client):
    make_film(title_kk="")
    person, translator = make_person(languages=["en"]), make_user()
    rights = ["view_person", "change_person", "view_film"]
    translator.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(translator)
    assert things(client.get(reverse("translation_desk"))) == [(str(person), 1, 0)]


def test_staff_without_a_group_have_no_desk(client):
    client.force_login(make_user())
    assert client.get(reverse("translation_desk")).status_code == 403


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_what_is_not_there_is_not_found(translator, pk):
    path = f"{reverse('translation_desk')}kk/film/{pk}/"
    assert translator.get(path).status_code == 404


def test_a_picture_and_the_press_office_are_translated_here_too(translator):
    picture, office = make_picture(alt_kk=""), make_press_office()
    assert translator.get(address(picture, content_kind="picture")).status_code == 200
    write(translator, office, texts={name(office, "name"): "Композитор"})
    assert type(office).objects.get().name_kk == "Композитор"
