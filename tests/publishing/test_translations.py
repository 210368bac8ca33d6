"""Which texts translate the source as it is today: what is missing, and what is stale."""

import io

import pytest
from django.core.management import call_command
from factories import in_all, make_film, make_picture, make_quote, make_statement, published

from composer_site.demo.fixture_rows import Row, store
from composer_site.publishing.models import Edition, SourceText
from composer_site.publishing.snapshot import restore
from films.models import Film
from press.models import Quote, Statement

pytestmark = pytest.mark.django_db


def edit(row, **columns):
    """As a form does: on the row as it is stored. Returns (missing in, stale in) thereafter."""
    stored = type(row).objects.get(pk=row.pk)
    for name, value in columns.items():
        setattr(stored, name, value)
    stored.save()
    return marks(row)


def marks(row):
    return type(row).objects.values_list("missing_in", "stale_in").get(pk=row.pk)


def test_a_new_translation_is_current():
    assert marks(make_film()) == ("", "")


def test_a_language_without_a_text_that_the_source_has_is_missing():
    assert marks(make_film(title_kk="", tagline_ru="Слоган")) == ("kk", "")


def test_a_source_that_changes_leaves_its_translations_stale():
    assert edit(make_film(), title_en="Composer") == ("", "kk ru zh-hans")


def test_a_translation_written_anew_is_current_and_the_others_stay_stale():
    film = make_film()
    edit(film, title_en="Composer")
    assert edit(film, title_kk="Сазгер") == ("", "ru zh-hans")


def test_both_written_at_once_is_current():
    assert edit(make_film(), title_en="Composer", title_kk="Сазгер") == ("", "ru zh-hans")


def test_one_stale_text_of_two_is_still_stale_when_the_other_is_written():
    film = make_film()
    edit(
        film, title_en="Composer", synopsis_en="Another story", **in_all("tagline", "Song", ["en"])
    )
    assert edit(film, title_kk="Сазгер", tagline_kk="Ән") == ("ru zh-hans", "kk ru zh-hans")


def test_what_is_said_to_be_right_still_is_current():
    film = make_film()
    edit(film, title_en="Composer")
    film = Film.objects.get()
    film.still_right("title_kk")
    film.save()
    assert marks(film) == ("", "ru zh-hans")


def test_a_source_put_back_makes_its_translations_current():
    film = make_film()
    before = film.title_en
    edit(film, title_en="Composer")
    assert edit(film, title_en=before) == ("", "")


def test_an_emptied_source_needs_no_translation():
    assert edit(make_film(tagline_en="Song", tagline_kk="Ән"), tagline_en="", title_en="X") == (
        "",
        "kk ru zh-hans",
    )


def test_a_translation_outlives_an_emptied_source():
    film = make_film(**in_all("tagline", "Song"))
    assert edit(film, tagline_en="") == ("", "")
    assert edit(film, tagline_en="Another song") == ("", "kk ru zh-hans")
    assert edit(film, tagline_en="Song (en)") == ("", "")


def test_a_translation_taken_away_and_written_anew_is_current():
    film = make_film()
    edit(film, title_en="Composer", title_kk="")
    assert edit(film, title_kk="Сазгер") == ("", "ru zh-hans")


def test_a_form_that_is_only_sent_back_changes_nothing():
    statement = make_statement(**in_all("standfirst", "One\n\nTwo"), body_kk="<p>a</p>\n<p>b</p>")
    edit(statement, standfirst_en="New\n\nText", body_en="<p>News!</p>")
    sent = {"standfirst_en": "New\r\n\r\nText", "standfirst_kk": "One\r\n\r\nTwo (kk)"}
    assert edit(statement, body_kk="<p>a</p><p>b</p>", **sent) == ("", "kk ru zh-hans")


def test_rich_text_is_known_again_as_it_is_stored():
    statement = make_statement(body_kk="<p onclick='x'>Жаңалық")
    assert edit(statement, slug="other") == ("", "")


def test_the_source_that_was_translated_is_kept():
    film = make_film(title_en="The Composer")
    edit(film, title_en="Composer")
    record = Film.objects.get().translated["title_kk"]
    assert SourceText.objects.get(pk=record["of"]).text == "The Composer"


# Another language becomes the source


def test_what_agreed_agrees_under_another_source():
    film = make_film(**in_all("tagline", "Song"))
    assert edit(film, source_language="kk") == ("", "")
    assert edit(film, source_language="zh-hans") == ("", "")


def test_what_was_stale_stays_stale_under_another_source():
    film = make_film()
    edit(film, title_en="Composer", title_kk="Сазгер")
    assert edit(film, source_language="kk") == ("", "ru zh-hans")


def test_the_former_source_is_a_translation_like_the_others():
    film = make_film()
    edit(film, source_language="kk")
    assert edit(film, title_kk="Сазгер") == ("", "en ru zh-hans")


def test_words_that_two_languages_share_do_not_hide_a_change():
    film = make_film(title_en="Hu Jun", title_kk="Ху Цзюнь", title_ru="Hu Jun")
    edit(film, title_en="Hu Jun, actor")
    film = Film.objects.get()
    film.still_right("title_ru")
    film.save()
    assert marks(film) == ("", "kk zh-hans")


def test_parts_follow_the_source_language_of_the_whole():
    quote = make_quote(make_statement(), languages=["en", "kk"])
    assert edit(quote.statement, source_language="ru")[0] == ""
    assert marks(quote) == ("", "")
    assert edit(quote.statement, source_language="kk")[0] == ""
    assert marks(quote) == ("ru zh-hans", "")


def test_an_unchanged_source_language_costs_no_query_for_the_parts(django_assert_num_queries):
    make_quote(make_statement())
    statement = Statement.objects.get()
    with django_assert_num_queries(1):
        statement.save()


# Other ways into the database


def test_a_part_takes_its_source_from_the_whole():
    quote = make_quote(make_statement(source_language="ru"))
    assert edit(quote, text_ru="Другие слова") == ("", "en kk zh-hans")


def test_a_picture_has_a_source_of_its_own():
    assert edit(make_picture(), alt_en="Another") == ("", "kk ru zh-hans")


def test_some_columns_alone_are_stored_with_their_marks():
    film = make_film()
    film.title_en = "Composer"
    film.save(update_fields=["title_en"])
    assert marks(film) == ("", "kk ru zh-hans")
    assert Film.objects.get().version == film.version


def test_fixtures_of_the_demonstration_are_current(tmp_path):
    fields = {"slug": "film", **in_all("title", "Film"), **in_all("synopsis", "Story", ["en"])}
    store(Row(tmp_path, 1, {"model": "films.film", "pk": 1, "fields": fields}), lambda *_: None)
    assert marks(Film.objects.get()) == ("kk ru zh-hans", "")


def test_dumped_rows_come_back_with_their_marks(tmp_path):
    film = make_film(languages=["en", "kk", "ru"])
    edit(film, title_en="Composer")
    dump = tmp_path / "dump.json"
    call_command("dumpdata", "films.Film", output=str(dump), verbosity=0)
    Film.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0, stdout=io.StringIO())
    assert marks(film) == ("zh-hans", "kk ru")


def test_rows_stored_without_marks_get_them():
    quote = make_quote(make_statement())
    Quote.objects.update(text_kk="", text_en="Another", translated={})
    call_command("note_translations", stdout=io.StringIO())
    assert marks(quote) == ("kk", "")
    assert edit(quote, text_en="Another still") == ("kk", "ru zh-hans")


def test_what_is_restored_is_as_right_as_it_was():
    statement = make_statement()
    make_quote(statement)
    edit(statement, headline_en="Once more")
    edition = Edition.objects.get(uid=published(statement).uid)
    edit(statement, headline_kk="Қайтадан", body_en="<p>Other</p>")
    restore(edition, Statement.objects.get())
    assert marks(statement) == ("", "kk ru zh-hans")
    assert edit(statement, headline_kk="Қайтадан", headline_ru="Снова") == ("", "zh-hans")


def test_what_an_old_edition_restores_is_marked():
    statement = make_statement(languages=["en", "kk"])
    quote = make_quote(statement, languages=["en"])
    edition = Edition.objects.get(uid=published(statement).uid)
    for entry in edition.snapshot["rows"]:
        for name in ("translated", "missing_in", "stale_in"):
            del entry["fields"][name]
    restore(edition, Statement.objects.get())
    assert marks(statement) == ("ru zh-hans", "")
    assert marks(quote) == ("kk ru zh-hans", "")
