"""CSV into the admin: what comes in is looked at first, and refused row by row."""

import pytest
from browsing import Watch, scrolls_sideways, sign_in, violations
from csv_files import LISTS, bring_in, import_address, look, outcomes, problems, token_in
from django.contrib.admin.models import LogEntry
from factories import make_credit, make_film, make_person, make_release, make_user

from composer_site.values.spreadsheets import MOST_BYTES
from films.models import Credit, Release
from people.models import Person, PersonName

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editors")
    client.force_login(user)
    return user


def test_a_new_person_may_come_without_the_texts_that_no_file_holds(client, editor):
    bring_in(client, "people", "slug,source_language,occupation_kk\nhu-jun,kk,Актёр\n")
    assert Person.objects.get().source_language == "kk"


def test_a_first_look_changes_nothing_and_says_what_would_change(client, editor):
    person = make_person(slug="xian", occupation_en="Composer")
    response = look(client, "people", "slug,occupation_en\nxian,Musician\nhu-jun,Actor\n")
    assert outcomes(response) == {2: "changed", 3: "new"}
    assert response.context["plan"].lines[0].changes == [("occupation_en", "Composer", "Musician")]
    person.refresh_from_db()
    assert [person.occupation_en, Person.objects.count()] == ["Composer", 1]


def test_what_was_looked_at_is_imported_and_logged(client, editor):
    person = make_person(slug="xian", occupation_en="Composer")
    version = person.version
    bring_in(client, "people", "slug,occupation_en\nxian,Musician\nhu-jun,Actor\n")
    person.refresh_from_db()
    assert [person.occupation_en, person.version > version] == ["Musician", True]
    assert Person.objects.get(slug="hu-jun").occupation_en == "Actor"
    assert sorted(LogEntry.objects.values_list("action_flag", flat=True)) == [1, 2]


def test_a_credit_list_with_three_bad_rows_reports_all_three_and_changes_nothing(client, editor):
    film = make_film(slug="the-composer")
    make_person(slug="hu-jun")
    rows = [
        "id,film,department,role,person,organisation",
        ",the-composer,cast,actor,hu-jun,",
        ",the-composer,cast,juggler,hu-jun,",
        ",the-composer,cast,actor,nobody-knows,",
        ",the-composer,direction,director,hu-jun,",
        ",no-such-film,cast,actor,hu-jun,",
    ]
    response = look(client, "credits", "\n".join(rows))
    assert problems(response) == {3: ["role"], 4: ["person"], 6: ["film"]}
    assert token_in(response) is None
    assert film.credits.count() == 0
    assert "juggler" in response.text


def test_a_credit_needs_one_holder(client, editor):
    make_film(slug="the-composer")
    rows = "id,film,department,role\n,the-composer,cast,actor\n"
    response = look(client, "credits", rows)
    assert problems(response) == {2: [""]}
    assert "A credit names a person or an organisation: choose one." in response.text


def test_new_credits_stand_last_in_their_order(client, editor):
    film, person = make_film(slug="the-composer"), make_person(slug="hu-jun")
    make_credit(film, person, position=7)
    rows = "id,film,department,role,person\n" + ",the-composer,cast,voice,hu-jun\n" * 2
    bring_in(client, "credits", rows)
    assert list(film.credits.values_list("position", flat=True)) == [7, 8, 9]


def test_a_row_is_known_by_its_number_and_stays_in_its_film(client, editor):
    credit = make_credit(make_film(slug="one"))
    make_film(slug="other")
    response = look(client, "credits", f"id,film\n{credit.pk},other\n999999,one\nx,one\n")
    assert problems(response) == {2: ["film"], 3: ["id"], 4: ["id"]}


@pytest.mark.parametrize("words", ["cast", "CAST", "Cast", "В ролях", "演员表"])
def test_codes_may_be_written_as_words_in_any_language(client, editor, words):
    credit = make_credit(make_film())
    Credit.objects.update(department="music")
    labels = dict.fromkeys([words])
    response = look(client, "credits", f"id,department\n{credit.pk},{next(iter(labels))}\n")
    known = response.context["plan"].columns["department"].codes
    expected = "changed" if words.casefold() in known else "refused"
    assert outcomes(response) == {2: expected}


def test_a_country_may_be_written_in_words(client, editor):
    release = make_release(make_film())
    bring_in(client, "releases", f"id;territory;date\r\n{release.pk};Казахстан;2019-06\r\n")
    release.refresh_from_db()
    assert [release.territory, release.date] == ["KZ", "2019-06"]


def test_a_date_that_is_none_is_refused_in_a_sentence(client, editor):
    release = make_release(make_film())
    response = look(client, "releases", f"id,date\n{release.pk},17.05.2019\n")
    assert problems(response) == {2: ["date"]}
    assert "is not a date in this notation" in response.text
    assert Release.objects.get().date == "2019-05-17"


def test_names_are_rows_of_their_own(client, editor):
    person = make_person("Xian Xinghai", slug="xian")
    rows = [
        "id,person,value,tag,kind,family,family_first,preferred_for",
        ",xian,冼星海,zh-Hans,native,冼,yes,zh-hans",
        f'{person.names.get().pk},xian,Xian Xinghai,en,alias,Xian,да,"en, Русский"',
    ]
    bring_in(client, "names", "\n".join(rows))
    native = person.names.get(kind="native")
    assert [native.value, native.family_first, native.preferred_for] == [
        "冼星海",
        True,
        ["zh-hans"],
    ]
    assert person.names.get(kind="alias").preferred_for == ["en", "ru"]


def test_a_rejected_form_is_not_preferred_by_way_of_a_file_either(client, editor):
    name = make_person().names.get()
    response = look(client, "names", f"id,kind\n{name.pk},rejected\n")
    assert problems(response) == {2: ["preferred_for"]}
    assert PersonName.objects.get().kind == "native"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_file_may_be_of_any_spreadsheet(client, editor, mark, end, encoding):
    make_person(slug="xian")
    text = f"slug{mark}occupation_kk{end}xian{mark}Композитор әрі скрипкашы{end}{end}"
    response = look(client, "people", text.encode(encoding))
    assert outcomes(response) == {2: "changed"}


UNREADABLE = {
    "another encoding": "slug,occupation_ru\nxian,Композитор\n".encode("cp1251"),
    "UTF-16": "slug\nxian\n".encode("utf-16"),
    "a NUL": b"slug\nxi\0an\n",
    "an open quotation mark": b'slug\n"xian\n',
    "an unknown column": b"slug,shoe_size\nxian,43\n",
    "a column twice": b"slug,born,born\nxian,1905,1905\n",
    "no key": b"born\n1905\n",
    "too many rows": b"slug\n" + b"xian\n" * 5001,
    "too many bytes": b"slug\n" + b"x" * MOST_BYTES,
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n\x00",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_is_no_table_of_ours_is_refused_in_a_sentence(client, editor, content):
    response = look(client, "people", content)
    assert response.status_code == 200
    assert len(response.context["form"].errors["file"]) == 1
    assert Person.objects.count() == 0


def test_rows_that_cannot_be_are_refused_each_by_itself(client, editor):
    make_person(slug="xian")
    rows = [
        "slug,source_language,born",
        "xian,ru,1905",
        "xian,ru,1906",
        "feed,ru,",
        "two words,ru,",
        "short,ru",
        "fine,ru,",
    ]
    assert problems(look(client, "people", "\n".join(rows))) == {
        3: ["slug"],
        4: ["slug"],
        5: ["slug"],
        6: [""],
    }


def test_what_changed_meanwhile_is_shown_again_and_not_imported(client, editor):
    person = make_person(slug="xian", occupation_en="Composer")
    token = token_in(look(client, "people", "slug,occupation_en\nxian,Musician\n"))
    Person.objects.update(occupation_en="Violinist")
    response = client.post(import_address("people"), {"seen": token})
    assert "Somebody saved something meanwhile" in response.text
    assert response.context["plan"].lines[0].changes == [("occupation_en", "Violinist", "Musician")]
    person.refresh_from_db()
    assert person.occupation_en == "Violinist"
    client.post(import_address("people"), {"seen": token_in(response)})
    person.refresh_from_db()
    assert person.occupation_en == "Musician"


def test_nobody_imports_what_somebody_else_looked_at_or_what_was_changed_on_its_way(client, editor):
    make_person(slug="xian")
    token = token_in(look(client, "people", "slug,born\nxian,1905\n"))
    for seen in (f"{token}x", "", "nonsense"):
        response = client.post(import_address("people"), {"seen": seen})
        assert "Nothing is imported." in response.text
    client.force_login(make_user("editors"))
    assert client.post(import_address("people"), {"seen": token}).status_code == 200
    assert client.post(import_address("names"), {"seen": token}).status_code == 200
    assert Person.objects.get().born == ""


def test_the_page_of_an_import_runs_no_text_of_the_file(client, editor):
    make_person(slug="xian")
    response = look(client, "people", "slug,occupation_en\nxian,<script>alert(1)</script>\n")
    assert "<script>alert(1)" not in response.text


@pytest.mark.parametrize("width", [360, 1280])
def test_an_import_is_quiet_and_accessible_in_a_browser(live_server, page, width):
    sign_in(page.context, live_server.url, make_user("editors"))
    make_person(slug="xian", occupation_en="Composer")
    watch, problems = Watch(page.context, live_server.url), []
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}{LISTS['people']}csv/")
    problems += [*violations(page), *watch.taken()]
    page.goto(live_server.url + import_address("people"))
    content = b"slug,occupation_en,born\nxian,Musician,1905\nhu-jun,,17.05\n"
    file = {"name": "people.csv", "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".exchange form input[type=submit]").last.click()
    problems += [*violations(page), *watch.taken()]
    problems += ["sideways"] if scrolls_sideways(page) else []
    assert [problems, page.locator("tr .outcome-refused").count()] == [[], 1]
