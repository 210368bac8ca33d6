"""One thing at the translation desk: source beside target, and nothing but translations written."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from factories import in_all, make_film, make_quote, make_statement, make_user
from translating import address, fields, name, stale, write

from composer_site.desk.log import translated
from films.models import Film
from press.models import Quote, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    client.force_login(make_user("translators"))
    return client


def test_the_source_stands_beside_the_target_and_is_no_field(translator):
    film = make_film()
    page = translator.get(address(film))
    assert set(fields(page)) == {"csrfmiddlewaretoken"} | {
        f"{name(film, text)}{end}" for text in ("title", "synopsis") for end in ("", "-seen")
    }
    assert f'<p class="plain">{film.title_en}</p>' in page.text


def test_only_texts_that_wait_are_shown_or_all_on_request(translator):
    film = stale(make_film(), title_en="Other")
    assert name(film, "synopsis") not in fields(translator.get(address(film)))
    assert name(film, "synopsis") in fields(translator.get(address(film), {"every": "1"}))


def test_what_was_translated_meanwhile_is_refused_and_not_lost(translator):
    film = make_film(title_kk="")
    form = fields(translator.get(address(film)))
    stale(Film.objects.get(), title_kk="Theirs")
    answer = translator.post(address(film), form | {name(film, "title"): "Mine"})
    assert fields(answer)[name(film, "title")] == ["Mine"]


@pytest.mark.parametrize(
    ("own", "source", "shown"), [("ru", "en", "ru"), ("en", "en", "kk"), ("kk", "kk", "en")]
)
def test_a_link_to_the_desk_leads_to_the_users_language(client, own, source, shown):
    film = make_film(source_language=source)
    client.force_login(make_user("translators", language=own))
    path = reverse("translation_desk_thing", args=["film", film.pk])
    assert path in client.get(reverse("admin:films_film_change", args=[film.pk])).text
    assert client.get(path).url == address(film, shown)


def test_marks_of_another_language_are_noticed(translator):
    film = make_film(title_kk='"Композитор"', synopsis_kk="«Ән» «туралы»", tagline_en="A song")
    page = translator.get(f"{address(film)}?every")
    assert page.text.count("Quotation marks in this language: « »") == 1


def test_what_was_translated_from_another_language_says_so(translator):
    film = make_film(title_en="The song")
    stale(Film.objects.get(), source_language="ru", title_ru="Песня", title_en="The old song")
    page = translator.get(address(film))
    assert "It was translated from another text, in English:" in page.text


def test_the_checks_before_a_publication_name_outdated_translations(client):
    statement = make_statement()
    quote = stale(make_quote(statement), text_en="Other")
    client.force_login(make_user("publishers"))
    page = client.get(reverse("admin:press_statement_checks", args=[quote.statement.pk]))
    group = next(group for group in page.context["checks"] if "Outdated" in str(group.title))
    assert [(check.where, [link.address for link in check.links]) for check in group.checks] == [
        ("Quote 1, Quote", [address(statement, code) for code in ("kk", "ru", "zh-hans")])
    ]


def test_what_changed_in_the_source_is_shown_word_by_word(translator):
    film = stale(make_film(title_en="The old song"), title_en="The new song")
    assert "The <del>old</del><ins>new</ins> song" in translator.get(address(film)).text


def test_a_translation_is_saved_and_logged(translator):
    film = make_film(title_kk="")
    write(translator, film, texts={name(film, "title"): "Композитор"})
    stored = Film.objects.get()
    assert (stored.title_kk, stored.missing_in, stored.version) == ("Композитор", "", 2)
    (entry,) = translated(LogEntry.objects.all())
    assert entry.get_change_message() == "Changed Title (Қазақша)."


def test_a_part_is_saved_with_its_whole(translator):
    quote = make_quote(make_statement())
    write(translator, quote.statement, texts={name(quote, "text"): "Сөз"})
    assert Quote.objects.get().text_kk == "Сөз"
    assert Statement.objects.get().version == quote.statement.version + 1
    (entry,) = translated(LogEntry.objects.all())
    assert "for quote" in entry.get_change_message()


def test_a_form_that_is_only_sent_back_saves_nothing(translator):
    statement = make_statement(**in_all("standfirst", "One\n\nTwo"))
    stale(statement, headline_en="Other", standfirst_en="Other", body_en="<p>Other</p>")
    write(translator, statement)
    stored = Statement.objects.get()
    assert (stored.version, stored.stale_in) == (statement.version, "kk ru zh-hans")
    assert not LogEntry.objects.exists()


def test_what_is_still_right_is_said_with_one_tick(translator):
    film = stale(make_film(), title_en="Other")
    write(translator, film, texts={f"{name(film, 'title')}-right": "on"})
    assert Film.objects.get().stale_in == "ru zh-hans"


def test_rich_text_is_cleaned(translator):
    statement = make_statement()
    write(translator, statement, texts={name(statement, "body"): "<p>Ән<script>x</script></p>"})
    assert Statement.objects.get().body_kk == "<p>Ән</p>"


def test_a_text_that_is_too_long_is_refused_at_its_field_and_nothing_typed_is_lost(translator):
    film = make_film()
    answer = write(
        translator,
        film,
        texts={name(film, "title"): "ә" * 301, name(film, "synopsis"): "Жаңа"},
    )
    assert set(answer.context["form"].errors) == {name(film, "title")}
    assert fields(answer)[name(film, "synopsis")] == ["Жаңа"]
    assert Film.objects.get().synopsis_kk == film.synopsis_kk


def test_save_and_next_goes_down_the_list(translator):
    films = [make_film(title_kk="") for _number in range(3)]
    answer = write(translator, films[2], texts={name(films[2], "title"): "Ән"}, button="_next")
    assert answer.url == address(films[1])
    answer = write(translator, films[1], button="_next")
    assert answer.url == address(films[0])
    answer = write(translator, films[0], button="_next")
    assert answer.url == reverse("translation_desk", args=["kk"])


def test_save_and_next_keeps_to_what_was_asked_for(translator):
    film, other = make_film(title_kk=""), make_film()
    stale(make_film(), title_en="Other")
    path = f"{address(other)}?work=missing"
    answer = translator.post(path, {"_next": ""})
    assert answer.url == f"{address(film)}?work=missing"


@pytest.mark.parametrize("number", [3, 30])
def test_a_thing_costs_the_same_with_three_and_thirty_parts(
    translator, number, django_assert_num_queries
):
    statement = make_statement()
    for _number in range(number):
        stale(make_quote(statement), text_en="Other")
    with django_assert_num_queries(13):
        translator.get(address(statement))


# Somebody else was quicker


def test_a_newer_translation_is_not_overwritten_unseen(translator):
    film = make_film()
    form = fields(translator.get(address(film)))
    stale(Film.objects.get(), title_kk="Theirs")
    answer = translator.post(address(film), form | {name(film, "title"): "Mine"})
    assert "Theirs" in answer.text
    assert fields(answer)[name(film, "title")] == ["Mine"]
    assert Film.objects.get().title_kk == "Theirs"
    translator.post(address(film), fields(answer))
    assert Film.objects.get().title_kk == "Mine"


def test_what_one_left_alone_takes_what_somebody_else_wrote(translator):
    film = make_film()
    form = fields(translator.get(address(film)))
    stale(Film.objects.get(), title_kk="Theirs")
    translator.post(address(film), form | {name(film, "synopsis"): "Mine"})
    stored = Film.objects.get()
    assert (stored.title_kk, stored.synopsis_kk) == ("Theirs", "Mine")


def test_a_refused_form_does_not_bring_back_what_somebody_else_replaced(translator):
    film = make_film()
    form = fields(translator.get(address(film)))
    stale(Film.objects.get(), title_kk="Theirs")
    answer = translator.post(address(film), form | {name(film, "synopsis"): "ә" * 90000})
    again = fields(answer) | {name(film, "synopsis"): "Mine"}
    translator.post(address(film), again)
    assert Film.objects.get().title_kk == "Theirs"


def test_a_translation_of_a_source_that_was_changed_meanwhile_is_refused_once(translator):
    film = make_film()
    form = fields(translator.get(address(film)))
    stale(Film.objects.get(), title_en="Other")
    answer = translator.post(address(film), form | {name(film, "title"): "Mine"})
    assert set(answer.context["form"].errors) == {name(film, "title")}
    translator.post(address(film), fields(answer))
    stored = Film.objects.get()
    assert (stored.title_kk, stored.stale_in) == ("Mine", "ru zh-hans")


def test_what_was_typed_for_a_text_that_is_gone_is_given_back(translator):
    quote = make_quote(make_statement())
    form = fields(translator.get(address(quote.statement)))
    typed = {name(quote, "text"): "Сөзім"}
    quote.delete()
    answer = translator.post(address(quote.statement), form | typed)
    assert "Сөзім" in answer.text
    assert translator.post(address(quote.statement), fields(answer)).status_code == 302
