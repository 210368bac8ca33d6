"""Translators change texts of the other languages, and nothing else, by form and by forged POST."""

import pytest
from django.urls import reverse
from factories import make_credit, make_film, make_quote, make_release, make_statement
from forms_of_the_admin import open_form, save, save_well
from roles import MAKERS, browser_of

pytestmark = pytest.mark.django_db

# What a form carries besides fields: which row it is, and what it showed.
KEYS = {"csrfmiddlewaretoken", "loaded", "names-0-id", "names-0-person"}


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
        "status": "published",
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
    film.refresh_from_db()
    assert film.tagline_kk == "Ән"


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
