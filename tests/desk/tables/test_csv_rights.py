"""Who may take CSV out of the admin, and bring it in."""

import pytest
from csv_files import LISTS, export_address, import_address, look, token_in
from django.contrib.auth.models import Permission
from factories import make_person, make_user

from people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editors")
    client.force_login(user)
    return user


@pytest.mark.parametrize("table", LISTS)
@pytest.mark.parametrize(
    ("group", "exports", "imports"),
    [(None, 403, 403), ("translators", 200, 403), ("editors", 200, 200), ("publishers", 200, 200)],
)
def test_who_may_export_and_import(client, table, group, exports, imports):
    client.force_login(make_user(group))
    assert client.get(export_address(table)).status_code == exports
    assert client.get(import_address(table)).status_code == imports


def test_who_may_see_people_and_not_their_names_exports_people_alone(client):
    reader = make_user()
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    addresses = [export_address(table) for table in LISTS]
    assert [client.get(address).status_code for address in addresses] == [200, 403, 403, 403]
    data = {"action": "export_names", "_selected_action": [make_person().pk]}
    assert "csv" not in client.post(LISTS["people"], data)["Content-Type"]


def test_a_forged_import_of_a_translator_is_refused(client, editor):
    make_person(slug="xian")
    token = token_in(look(client, "people", "slug,born\nxian,1905\n"))
    client.force_login(make_user("translators"))
    assert client.post(import_address("people"), {"seen": token}).status_code == 403
    assert look(client, "people", "slug\nxian\n").status_code == 403
    assert Person.objects.get().born == ""


def test_the_list_leads_only_to_what_one_may(client):
    client.force_login(make_user("translators"))
    assert f'href="{LISTS["people"]}csv/?q=xian"' in client.get(f"{LISTS['people']}?q=xian").text
    html = client.get(f"{LISTS['people']}csv/?q=xian").text
    assert f'href="{export_address("names")}?q=xian"' in html
    assert import_address("names") not in html


def test_staff_without_rights_have_no_csv_files(client):
    client.force_login(make_user())
    assert client.get(f"{LISTS['people']}csv/").status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    pages = [f"{address}csv/" for address in LISTS.values()]
    for address in (*pages, *map(export_address, LISTS), *map(import_address, LISTS)):
        assert client.get(address).url.startswith("/admin/login/")
