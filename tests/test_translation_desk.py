"""The translation desk: what waits, source beside target, and nothing but translations written."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from factories import (
    in_all,
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_statement,
    make_user,
)
from forms_of_the_admin import FormReader

from composer_site.publishing.desk.log import translated
from composer_site.publishing.models import fingerprint
from films.models import Credit, Film
from press.models import Quote, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    client.force_login(make_user("translators"))
    return client


def address(thing, language="kk", noun=None):
    noun = noun or thing.noun_name
    return reverse("translation_desk_thing", args=[language, noun, thing.pk])


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


# The list


def test_only_what_waits_is_listed_the_last_changed_first(translator):
    make_film()
    film = make_film(title_kk="")
    statement = stale(make_statement(), headline_en="Other")
    page = translator.get(reverse("translation_desk", args=["kk"]))
    assert things(page) == [(statement.headline_en, 0, 1), (film.title_en, 1, 0)]


@pytest.mark.parametrize(("work", "found"), [("missing", 1), ("stale", 2), ("all", 3), ("x", 3)])
def test_the_list_is_narrowed_to_one_kind_of_work(translator, work, found):
    make_film(title_kk="")
    stale(make_film(), title_en="Other")
    stale(make_organisation(), name_en="Other")
    page = translator.get(reverse("translation_desk", args=["kk"]), {"work": work})
    assert len(things(page)) == found


def test_the_list_is_narrowed_to_one_noun_and_says_how_many_wait_of_each(translator):
    make_film(title_kk="")
    make_film(title_kk="")
    make_person(languages=["en", "ru"])
    page = translator.get(reverse("translation_desk", args=["kk"]), {"noun": "film"})
    assert [(words, number) for words, number, *_rest in page.context["nouns"]] == [
        ("All", 3),
        ("People", 1),
        ("Films", 2),
    ]
    assert len(things(page)) == 2


def test_a_thing_waits_for_its_parts(translator):
    quote = make_quote(make_statement(), languages=["en", "ru", "zh-hans"])
    page = translator.get(reverse("translation_desk", args=["kk"]))
    assert things(page) == [(quote.statement.headline_en, 1, 0)]


def test_nothing_waits_in_its_own_source_language(translator):
    make_film(languages=["kk"], source_language="kk")
    assert things(translator.get(reverse("translation_desk", args=["kk"]))) == []
    assert len(things(translator.get(reverse("translation_desk", args=["en"])))) == 1


def test_progress_counts_entries_of_each_language(translator):
    make_credit(make_film(title_kk=""))
    stale(make_quote(make_statement()), text_en="Other")
    languages = translator.get(reverse("translation_desk")).context["languages"]
    counted = {one.language.code: (one.total, one.missing, one.stale) for one in languages}
    # A film, a statement, a quote and the person of the credit, which itself has no texts.
    assert counted == {"en": (0, 0, 0), "kk": (4, 1, 1), "ru": (4, 0, 1), "zh-hans": (4, 0, 1)}


@pytest.mark.parametrize(("own", "shown"), [("en", "kk"), ("ru", "ru"), ("zh-hans", "zh-hans")])
def test_the_desk_opens_in_the_users_language_unless_that_is_the_source(client, own, shown):
    make_film()
    client.force_login(make_user("translators", language=own))
    assert client.get(reverse("translation_desk")).context["chosen"].language.code == shown


@pytest.mark.parametrize("number", [3, 30])
def test_a_list_costs_the_same_with_three_and_thirty_things(
    translator, number, django_assert_num_queries
):
    for _number in range(number):
        make_statement(["en"])
    with django_assert_num_queries(8):
        translator.get(reverse("translation_desk", args=["kk"]))


# One thing


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


def test_the_checks_before_a_release_name_outdated_translations(client):
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


# Rights


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
    assert translator.get(address(picture, noun="picture")).status_code == 200
    write(translator, office, texts={name(office, "name"): "Композитор"})
    assert type(office).objects.get().name_kk == "Композитор"
