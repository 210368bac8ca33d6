"""What is scheduled, and what editions there were, only those know who may see editions."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from factories import make_attachment, make_person, make_statement, make_user, published
from forms_of_the_admin import address

from composer_site.desk.addresses import list_url, model_url
from composer_site.library.models import Pdf
from composer_site.publishing.models import Edition
from people.models import Person

pytestmark = pytest.mark.django_db
AHEAD = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
SEES_PEOPLE, SEES_EDITIONS = ["view_person"], ["view_person", "view_edition"]
either = pytest.mark.parametrize(("rights", "knows"), [(SEES_PEOPLE, False), (SEES_EDITIONS, True)])


@pytest.fixture
def scheduled():
    return published(make_person("Zhumat Shanin"), at=AHEAD)


@pytest.fixture
def reader(client, rights):
    reader = make_user()
    reader.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(reader)
    return client


@either
def test_the_mark_of_what_is_scheduled(reader, scheduled, knows):
    for page in (list_url(Person), address(scheduled)):
        assert ("2099" in reader.get(page).text) is knows


@either
def test_the_filter_by_what_is_scheduled(reader, scheduled, knows):
    make_person("Hu Jun")
    page = reader.get(list_url(Person, state="scheduled"))
    assert ("state=scheduled" in reader.get(list_url(Person)).text) is knows
    assert page.context["cl"].result_count == (1 if knows else 2)


@either
@pytest.mark.parametrize(
    ("name", "args"), [("editions", []), ("comparison", []), ("edition", [1, "en"])]
)
def test_the_pages_of_editions(reader, scheduled, knows, name, args):
    page = model_url(Person, name, scheduled.pk, *args)
    assert reader.get(page, {"old": "1"}).status_code == (200 if knows else 403)


@either
def test_the_way_to_the_editions(reader, scheduled, knows):
    for name in ("change", "checks"):
        text = reader.get(model_url(Person, name, scheduled.pk)).text
        assert ("/editions/" in text) is knows


@pytest.mark.parametrize("rights", [[*SEES_PEOPLE, "withdraw_edition"]])
def test_who_withdraws_and_sees_no_editions_comes_back_to_the_form(reader):
    person = published(make_person())
    data = {"confirmed": "on", "when": "now", "zone": "UTC", "reason_en": "Wrong."}
    response = reader.post(model_url(Person, "withdraw", person.pk), data)
    assert response["Location"] == address(person)


@pytest.mark.parametrize(
    ("rights", "name"), [(["view_edition"], "Person"), (SEES_EDITIONS, "Zhumat Shanin")]
)
def test_the_record_names_what_its_reader_may_see(reader, scheduled, name):
    rows = reader.get(list_url(Edition)).text.partition('id="result_list"')[2]
    assert ("Zhumat Shanin" in rows) is (name == "Zhumat Shanin")
    assert name in rows


@pytest.mark.parametrize(
    ("rights", "knows"), [(["view_pdf"], False), (["view_pdf", "view_edition"], True)]
)
def test_the_pages_that_show_a_file(reader, knows):
    statement = make_statement()
    make_attachment(statement)
    published(statement, at=AHEAD)
    assert (str(statement) in reader.get(list_url(Pdf)).text) is knows
