"""What an older version of the code left is brought up to date, and all of it is as it was."""

import datetime as dt
import html
import re
from hashlib import sha256

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from site_of_before import ANSWERS, rows_of_before, site_of_before

from composer_site.publishing import snapshot
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition
from composer_site.staff.models import User
from press.models import Statement

pytestmark = pytest.mark.django_db
NOW, OPENING, ENDING = map(dt.datetime.fromisoformat, ANSWERS)
INSTANT = dt.timedelta(microseconds=1)
FIRST = ANSWERS[NOW.isoformat()]
READ = [read for at in ANSWERS.values() for _status, read in at.values() if isinstance(read, list)]
TEXTS = {text for read in READ for text in read}
# The names that rights have today, where they had another one.
RENAMED = {"publishing.release_edition": "publishing.publish_edition"}
# The fields of a record that are of the row, and not of what was written.
OF_THE_ROW = ("version", "updated_at", "translated", "stale_in", "missing_in")


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    return tmp_path_factory.mktemp("before")


@pytest.fixture(scope="module")
def files(directory, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), site_of_before(directory) as files:
        yield files


@pytest.fixture(autouse=True)
def _at_that_time(files, settings):
    settings.MEDIA_ROOT = files
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def chief(client):
    """Reads the admin in Russian."""
    client.force_login(User.objects.get(username="chief"))


def answer(client, path):
    """As `answers.json` has it."""
    response = client.get(path)
    if response.status_code in {301, 302}:
        return [response.status_code, response["Location"]]
    body = response.getvalue()
    if response["Content-Type"].startswith(("image/", "application/pdf")):
        return [response.status_code, sha256(body).hexdigest()[:16]]
    text = words(body.decode())
    return [response.status_code, sorted(known for known in TEXTS if known in text)]


def words(page):
    main = re.search("<main.*</main>", page, re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", main[0] if main else page)).split())


def answers(client, at, paths):
    with time_machine.travel(at, tick=False):
        return {path: answer(client, path) for path in paths}


def test_every_page_and_file_answers_as_before(client):
    assert answers(client, NOW, FIRST) == FIRST


@pytest.mark.parametrize("at", [OPENING, ENDING], ids=["opening", "ending"])
def test_what_is_scheduled_comes_and_goes_at_its_time(client, at):
    expected = ANSWERS[at.isoformat()]
    assert answers(client, at, expected) == expected


def test_nothing_scheduled_comes_an_instant_early(client):
    paths = ANSWERS[OPENING.isoformat()]
    assert answers(client, OPENING - INSTANT, paths) == {path: FIRST[path] for path in paths}


RIGHTS_OF = """
    SELECT u.username, t.app_label || '.' || p.codename FROM auth_permission p
    JOIN django_content_type t ON t.id = p.content_type_id
    JOIN (SELECT user_id, permission_id FROM staff_user_user_permissions
          UNION SELECT g.user_id, p.permission_id FROM staff_user_groups g
          JOIN auth_group_permissions p USING (group_id)) r ON r.permission_id = p.id
    JOIN staff_user u ON u.id = r.user_id
"""
KNOWN_RIGHTS = """
    SELECT t.app_label || '.' || p.codename FROM auth_permission p
    JOIN django_content_type t ON t.id = p.content_type_id
"""


def today(right):
    return RENAMED.get(right, right)


@pytest.mark.parametrize("name", ["editor", "translator", "publisher", "helper", "intern"])
def test_nobody_loses_a_right_or_gains_one(directory, name):
    known = {today(right) for (right,) in rows_of_before(directory, KNOWN_RIGHTS)}
    before = {today(right) for user, right in rows_of_before(directory, RIGHTS_OF) if user == name}
    assert before
    assert User.objects.get(username=name).get_all_permissions() & known == before


def test_rights_have_one_name_each(directory):
    gone = {right for (right,) in rows_of_before(directory, KNOWN_RIGHTS)} & RENAMED.keys()
    codes = [right.partition(".")[2] for right in gone]
    assert not Permission.objects.filter(codename__in=codes).exists()


# In Russian, whoever acted in which language.
LOG = {
    "third-words": [
        "Опубликовано как редакция 1.",
        "Опубликовано как редакция 2 в составе группы (всего записей: 3).",
        "Опубликовано как редакция 3.",
        "Запланировано на 9 декабря 2026 г., 14:00 (Алматы, UTC+5) как редакция 4.",
        "Отменена редакция 4, запланированная на 9 декабря 2026 г., 14:00 (Алматы, UTC+5).",
        "Запланировано на 9 декабря 2026 г., 14:00 (Алматы, UTC+5) как редакция 5.",
        (
            "Редакция 5 перенесена. Было: 9 декабря 2026 г., 14:00 (Алматы, UTC+5)."
            " Стало: 10 декабря 2026 г., 12:00 (Пекин, UTC+8)."
        ),
    ],
    "wrong-news": ["Снято с публикации, редакция 2."],
    "short-news": [
        "Снятие с публикации запланировано на 11 декабря 2026 г., 04:00 (UTC), редакция 2."
    ],
    "coming-news": [
        (
            "Запланировано на 10 декабря 2026 г., 09:00 (Алматы, UTC+5) как редакция 1"
            " в составе группы (всего записей: 2)."
        )
    ],
    "dated-news": [
        (
            "Для редакции 1 указано текущее время: неверные часы записали"
            " 12 декабря 2026 г., 12:07 (UTC)."
        )
    ],
    "film-4": [
        "Добавлено.",
        (
            "Изменено: Название (Қазақша) и Год. Изменено: веха «It starts (en)» — Дата."
            " Добавлено: веха «It starts (en)». Удалено: веха «It starts (en)»."
        ),
        "Изменено: кадры. Изменено: записи в титрах.",
        "Изменено: Title.",
        "Добавлено: веха «1943».",
        "Ни одно поле не изменено.",
        "",
    ],
    # Those of the first months, and what was written as a sentence before them.
    "draft-news": [
        "Опубликовано как редакция 2.",
        "Снято с публикации, редакция 2.",
        "Отменена редакция 2.",
        "Восстановлена редакция 2.",
        "Released as edition 1.",
        "Withdrawn as edition 1.",
        "Cancelled edition 1.",
        "Brought edition 1 back.",
        "Released as edition 1, in a selection of 2.",
        "1-шығарылым болып жарияланды.",
        "1-шығарылыммен кері қайтарып алынды.",
        "1-шығарылымның күші жойылды.",
        "1-шығарылым қалпына келтірілді.",
        "1-шығарылым болып жарияланды; бірге жарияланғаны: 2.",
        "Опубликовано как редакция 1.",
        "Снято с публикации редакцией 1.",
        "Отменена редакция 1.",
        "Возвращена редакция 1.",
        "Опубликовано как редакция 1 в составе группы (всего записей: 2).",
        "已发布为第1版。",
        "已由第1版撤回。",
        "取消了第1版。",
        "恢复了第1版。",
        "已发布为第1版，与同批共2项一并发布。",
        "",
    ],
}


@pytest.mark.parametrize("slug", LOG)
def test_the_log_reads_as_before(client, chief, slug):
    thing = next(
        filter(None, (thing_of(content_kind, slug) for content_kind in ("statement", "film")))
    )
    page = client.get(f"/admin/{thing._meta.label_lower.replace('.', '/')}/{thing.pk}/history/")
    _head, _table, rows = page.text.partition("<tbody>")
    messages = re.findall(r"<tr>\s*<th.*?<td>.*?<td>(.*?)</td>", rows, re.DOTALL)
    assert [words(message) for message in messages] == LOG[slug]


def thing_of(content_kind, slug):
    return KINDS[content_kind].model_class.objects.filter(slug=slug).first()


def written(record):
    """{(model, key): what a record says, apart from what its rows know of themselves}."""
    return {
        (entry["model"], entry["pk"]): {
            name: value for name, value in entry["fields"].items() if name not in OF_THE_ROW
        }
        for entry in record
    }


def test_every_record_is_restored_whole():
    editions = Edition.objects.filter(kind=Edition.Kind.PUBLICATION)
    assert len(editions) > 15
    for edition in editions:
        thing = KINDS[edition.content_kind].model_class.objects.get(uid=edition.uid)
        assert snapshot.restore(edition, thing) == []
        record, _unknown = snapshot.read(edition)
        assert written(snapshot.capture(thing_now(thing))["rows"]) == written(record)


def thing_now(thing):
    return type(thing).objects.get(pk=thing.pk)


def test_what_was_saved_and_not_published_is_kept(client, chief):
    statement = Statement.objects.get(slug="third-words")
    form = client.get(f"/admin/press/statement/{statement.pk}/change/")
    assert "Unsaid words (zh-hans)" in form.text


def test_every_file_is_there(directory, files):
    before = {path.relative_to(directory / "media") for path in (directory / "media").rglob("*.*")}
    assert len(before) == 9
    assert all(default_storage.exists(str(path)) for path in before)


def test_the_site_says_that_it_is_ready(client):
    assert client.get("/readyz").text == "ready\n"


def test_kinds_of_content_have_one_row_each():
    """A model that is renamed takes its permissions and its log with it."""
    assert [kind for kind in ContentType.objects.all() if kind.model_class() is None] == []
