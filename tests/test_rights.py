"""Who may do what in the admin, by address and by forged POST. (Releasing has tests of its own.)"""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from factories import (
    make_claim,
    make_contact,
    make_credit,
    make_film,
    make_organisation,
    make_pdf,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_statement,
    make_user,
)
from forms_of_the_admin import address, open_form, save, save_well

from films.models import FilmClaim, Still

pytestmark = pytest.mark.django_db

MAKERS = {
    "films.Film": make_film,
    "films.Credit": lambda: make_credit(make_film()),
    "films.FilmClaim": lambda: make_claim(FilmClaim, film=make_film()),
    "films.Still": lambda: Still.objects.create(film=make_film(), picture=make_picture()),
    "people.Person": make_person,
    "people.Organisation": make_organisation,
    "press.Statement": make_statement,
    "press.PressOffice": make_press_office,
    "library.Picture": make_picture,
    "library.Pdf": make_pdf,
}
# Role → status of list, add, change, delete, when asked and when a form is forged.
STATUS = {
    "stranger": {"GET": (302, 302, 302, 302), "POST": (302, 302, 302, 302)},
    "nobody": {"GET": (403, 403, 403, 403), "POST": (403, 403, 403, 403)},
    "translators": {"GET": (200, 403, 200, 403), "POST": (200, 403, 200, 403)},
    "editors": {"GET": (200, 200, 200, 200), "POST": (200, 200, 200, 302)},
    "publishers": {"GET": (200, 200, 200, 200), "POST": (200, 200, 200, 302)},
}
# There is one press office: its list leads to its form, and no second one is added.
EXCEPTIONS = {
    ("press.PressOffice", "list"): {200: 302},
    ("press.PressOffice", "add"): {200: 403},
}
# What a form carries besides fields: which row it is, and what it showed.
KEYS = {"csrfmiddlewaretoken", "loaded", "names-0-id", "names-0-person"}
VIEWS = ("list", "add", "change", "delete")


def browser_of(role):
    browser = Client()
    if role != "stranger":
        browser.force_login(
            make_user(role if role in ("translators", "editors", "publishers") else None)
        )
    return browser


def addresses(row):
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}"
    return {
        "list": reverse(f"{name}_changelist"),
        "add": reverse(f"{name}_add"),
        "change": reverse(f"{name}_change", args=[row.pk]),
        "delete": reverse(f"{name}_delete", args=[row.pk]),
    }


@pytest.mark.parametrize("label", MAKERS)
@pytest.mark.parametrize("role", STATUS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_each_role_gets_exactly_its_status(label, role, method):
    row, browser = MAKERS[label](), browser_of(role)
    for view, expected in zip(VIEWS, STATUS[role][method], strict=True):
        expected = EXCEPTIONS.get((label, view), {}).get(expected, expected)
        data = {"post": "yes"} if view == "delete" else {}
        response = getattr(browser, method.lower())(addresses(row)[view], data)
        assert (view, response.status_code) == (view, expected)


def test_every_model_of_the_press_office_is_in_the_table():
    own = {"films", "people", "press", "library"}
    registered = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in own and admin_has(model)
    }
    assert registered == set(MAKERS)


def admin_has(model):
    from django.contrib import admin

    return admin.site.is_registered(model)


@pytest.fixture
def translator():
    return browser_of("translators")


# Files and stills have no texts of their own.
@pytest.mark.parametrize("label", sorted(MAKERS.keys() - {"library.Pdf", "films.Still"}))
def test_translators_have_only_fields_of_other_languages(translator, label):
    row = MAKERS[label]()
    names = {
        name for name in open_form(translator, row) if "FORMS" not in name and name not in KEYS
    }
    assert names
    assert all(name.endswith(("_kk", "_ru", "_zh_hans")) for name in names)


def test_a_translator_saves_a_translation(translator):
    film = make_film()
    save_well(translator, film, open_form(translator, film) | {"tagline_kk": "Ән"})
    film.refresh_from_db()
    assert film.tagline_kk == "Ән"


def test_forged_fields_of_a_translator_change_nothing(translator):
    film = make_film(year=2019)
    before = type(film).objects.values().get(pk=film.pk)
    forged = {
        "title_en": "X",
        "slug": "x",
        "year": "1999",
        "source_language": "kk",
        "status": "released",
    }
    save_well(translator, film, open_form(translator, film) | forged | {"tagline_kk": "Ән"})
    after = type(film).objects.values().get(pk=film.pk)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"tagline_kk", "version", "updated_at"}


def test_where_kazakh_is_the_source_a_translator_writes_the_english(translator):
    film = make_film(source_language="kk", title_kk="Композитор")
    form = open_form(translator, film)
    save_well(translator, film, form | {"title_kk": "X", "title_en": "The Composer"})
    film.refresh_from_db()
    assert (film.title_kk, film.title_en) == ("Композитор", "The Composer")


def test_a_translator_translates_a_part_and_forges_nothing_in_it(translator):
    quote = make_quote(make_statement())
    statement = quote.statement
    forged = {
        "quotes-0-text_en": "X",
        "quotes-0-wording": "paraphrased",
        "quotes-0-position": "9",
        "quotes-0-text_kk": "Сөз",
    }
    save_well(translator, statement, open_form(translator, statement) | forged)
    before, _ = quote.wording, quote.refresh_from_db()
    assert (quote.text_en, quote.wording, quote.position) == ("Words (en)", before, 0)
    assert quote.text_kk == "Сөз"


def test_a_translator_neither_adds_nor_deletes_a_part(translator):
    release = make_release(make_film())
    film = release.film
    forged = {
        "releases-TOTAL_FORMS": "2",
        "releases-0-DELETE": "on",
        "releases-1-territory": "KZ",
        "releases-1-kind": "theatrical",
        "releases-1-date": "2019",
        "releases-1-note_kk": "Жазба",
    }
    save(translator, film, open_form(translator, film) | forged)
    assert list(film.releases.values_list("territory")) == [("CN",)]


def test_a_missing_source_text_does_not_keep_a_translator_from_saving(translator):
    film = make_film(title_en="")
    save_well(translator, film, open_form(translator, film) | {"tagline_kk": "Ән"})


def test_a_translator_moves_no_credits(translator):
    credit = make_credit(make_film())
    response = translator.post(
        reverse("admin:films_credit_order"), f"[{credit.pk}]", content_type="application/json"
    )
    assert response.status_code == 403


def test_a_translator_runs_no_action(translator):
    film = make_film()
    data = {"action": "delete_selected", "_selected_action": [film.pk], "post": "yes"}
    translator.post(reverse("admin:films_film_changelist"), data)
    assert type(film).objects.filter(pk=film.pk).exists()


def test_who_leaves_a_group_loses_its_rights_at_once():
    user, browser = make_user("editors"), Client()
    browser.force_login(user)
    film = make_film()
    assert browser.get(address(film)).status_code == 200
    user.groups.clear()
    assert browser.get(address(film)).status_code == 403


def test_a_stored_picture_is_shown_to_those_who_may_see_pictures():
    picture = make_picture()
    url = reverse("admin:library_picture_file", args=[picture.token, "original.jpg"])
    shown = browser_of("translators").get(url)
    assert shown.status_code == 200
    assert b"".join(shown).startswith(b"\xff\xd8")
    assert {"private", "no-store"} <= set(shown["Cache-Control"].split(", "))
    assert browser_of("nobody").get(url).status_code == 403
    assert browser_of("stranger").get(url).status_code == 302


def test_contacts_are_written_in_the_press_office_alone():
    office = make_press_office()
    make_contact(office)
    assert browser_of("editors").get("/admin/press/contact/").status_code == 404
    assert "contacts-0-email" in open_form(browser_of("editors"), office)


def test_groups_are_three():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "editors",
        "translators",
        "publishers",
    }
