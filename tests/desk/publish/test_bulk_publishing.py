"""A selection is published at one instant, all of it or nothing."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from factories import make_film, make_organisation, make_person, make_statement, make_user
from forms_of_bulk_publication import address, list_of, marks
from forms_of_publication import ahead, answer

from composer_site.desk.log import translated
from composer_site.desk.publish import bulk
from composer_site.desk.publish.plans import NotTogether, Plan, Proposal, carry_out_together
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import publish
from press.models import Statement

pytestmark = pytest.mark.django_db
DAY, SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)
MAKERS = [make_film, make_person, make_organisation, make_statement]


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


@pytest.fixture
def three(publisher):
    return [make_statement() for _ in range(3)]


def post(client, things, **data):
    fields = marks(client, things) | {"when": "now", "zone": "UTC"} | data
    return client.post(address(things), fields)


def reasons(response):
    """{position in the list: sentences}, of those that stood in the way."""
    rows = enumerate(response.context["rows"])
    return {
        number: [*row.reasons, *(blocker.sentence for blocker in row.blockers)]
        for number, row in rows
        if row.reasons or row.blockers
    }


# One instant


@pytest.mark.parametrize("make", MAKERS)
def test_now_is_one_instant_for_all_of_them(client, publisher, make):
    things = [make() for _ in range(3)]
    post(client, things, note="Together")
    editions = Edition.objects.filter(uid__in=[thing.uid for thing in things])
    assert len(editions) == 3
    assert len({edition.starts_at for edition in editions}) == 1
    assert {(e.note, e.published_by) for e in editions} == {("Together", publisher)}


def test_now_is_later_than_any_earlier_publication_of_one_of_them(client, three):
    """Clocks go back; what was published stays published first."""
    with time_machine.travel(timezone.now() + 30 * SECOND, tick=False):
        before = publish(three[1], by=None)
    post(client, three)
    editions = Edition.objects.exclude(pk=before.pk)
    assert len({edition.starts_at for edition in editions}) == 1
    assert editions[0].starts_at > before.starts_at


def test_all_of_them_appear_at_the_time_and_none_a_second_before(client, three):
    post(client, three, **ahead())
    time = dt.datetime(2099, 5, 17, 14, tzinfo=dt.UTC)
    assert {edition.starts_at for edition in Edition.objects.all()} == {time}
    pages = [f"/en/press/{statement.slug}/" for statement in three]
    for instant, status in ((time - SECOND, 404), (time, 200)):
        with time_machine.travel(instant, tick=False):
            assert [client.get(page).status_code for page in pages] == [status] * 3


def test_the_time_is_checked_on_three_clocks_and_nothing_is_published(client, three):
    response = post(client, three, **ahead(_check="1"))
    assert "22:00 (Beijing, UTC+8)" in response.text
    assert not Edition.objects.exists()


def test_each_is_in_the_log_of_what_staff_did(client, three):
    post(client, three)
    said = [entry.get_change_message() for entry in translated(LogEntry.objects.all())]
    assert said == ["Published as edition 1, in a selection of 3."] * 3


def test_the_message_leads_to_each_public_page(client, three):
    post(client, three)
    text = client.get(list_of(Statement)).text
    for statement in three:
        assert f'<a href="/en/press/{statement.slug}/">{statement}</a>' in text


# All or nothing


def test_one_that_is_broken_keeps_all_from_being_published(client, three):
    fields = marks(client, three)
    Statement.objects.filter(pk=three[1].pk).update(headline_en="")
    response = client.post(address(three), fields | ahead(note="Mine"))
    assert not Edition.objects.exists()
    assert reasons(response).keys() == {1}
    assert "1 of them cannot be" in response.text
    for typed in ('value="Mine"', 'value="2099-05-17"', 'value="19:00"'):
        assert typed in response.text


def test_without_the_broken_one_the_others_are_published(client, three):
    Statement.objects.filter(pk=three[1].pk).update(headline_en="")
    post(client, three, thing=[three[0].pk, three[2].pk])
    assert set(Edition.objects.values_list("uid", flat=True)) == {three[0].uid, three[2].uid}


def test_every_obstacle_is_said_at_once_where_it_stands(client, three):
    time = dt.datetime(2099, 5, 17, 14, tzinfo=dt.UTC)
    for statement in three[1:]:
        publish(statement, by=None, at=time)
    kept = [answer(edition, "keep") for edition in Edition.objects.all()]
    response = post(client, three, **ahead(), **kept[0], **kept[1])
    assert reasons(response).keys() == {1, 2}
    assert "already starts at this time" in reasons(response)[1][0]
    assert Edition.objects.count() == 2


def test_one_that_was_changed_after_it_was_shown_keeps_all_from_being_published(client, three):
    fields = marks(client, three) | {"when": "now", "zone": "UTC"}
    three[2].headline_en = "Somebody else was quicker"
    three[2].save()
    response = client.post(address(three), fields)
    assert not Edition.objects.exists()
    assert reasons(response) == {
        2: ["It was changed after you looked. Look once more, then publish."]
    }


def test_what_was_never_shown_is_not_published(client, three):
    data = {"thing": [t.pk for t in three], "when": "now", "zone": "UTC"}
    assert reasons(client.post(address(three), data)).keys() == {0, 1, 2}
    assert not Edition.objects.exists()


def test_one_that_was_deleted_meanwhile_keeps_all_from_being_published(client, three):
    fields = marks(client, three) | {"when": "now", "zone": "UTC"}
    three[0].delete()
    response = client.post(address(three), fields)
    assert "One of them no longer exists" in response.text
    assert not Edition.objects.exists()


def test_nothing_ticked_is_nothing_published(client, three):
    response = client.post(address(three), {"when": "now", "zone": "UTC"})
    assert "Tick what you want to publish." in response.text


def test_an_obstacle_after_the_first_was_written_leaves_no_trace(publisher, three):
    """Without the page's own checks, and with a plan that only the last one breaks."""
    plans = [(Plan(Proposal.of(thing).approval_digest, None), thing) for thing in three]
    plans[2] = (Plan("never shown", None), three[2])
    with pytest.raises(NotTogether) as refused:
        carry_out_together(plans, publisher)
    assert refused.value.reasons.keys() == {three[2].uid}
    assert not Edition.objects.exists()


def test_what_nobody_foresaw_leaves_no_trace_either(client, three, monkeypatch):
    acts, made = bulk.carry_out_together.__globals__["publish"], []

    def fail_at_the_third(whole, **options):
        made.append(whole)
        if len(made) == 3:
            raise RuntimeError
        return acts(whole, **options)

    monkeypatch.setitem(bulk.carry_out_together.__globals__, "publish", fail_at_the_third)
    with pytest.raises(RuntimeError):
        post(client, three)
    assert not Edition.objects.exists()


# Editions that are scheduled already


@pytest.fixture
def overtaken(three):
    publish(three[0], by=None, at=timezone.now() + DAY)
    three[0].headline_en = "Newer than the scheduled one"
    three[0].save()
    return three


def test_a_scheduled_edition_of_one_asks_what_becomes_of_it(client, overtaken):
    response = post(client, overtaken)
    assert "It holds an older text" in response.text
    assert "Choose what becomes of this edition." in response.text
    assert reasons(response).keys() == {0}
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(("later", "count"), [("keep", 4), ("rebuild", 4), ("cancel", 3)])
def test_the_choice_is_carried_out_for_each_that_it_concerns(client, overtaken, later, count):
    post(client, overtaken, **answer(Edition.objects.get(uid=overtaken[0].uid), later))
    assert Edition.objects.count() == count
    live = [e for e in Edition.objects.all() if e.is_live(timezone.now())]
    assert len({edition.starts_at for edition in live}) == 1
    assert len(live) == 3


# What it costs


def queries(act_):
    ContentType.objects.get_for_model(Statement)  # kept by the process, whichever test ran before
    with CaptureQueriesContext(connection) as captured:
        act_()
    return len(captured)


@pytest.mark.parametrize(("count", "expected"), [(3, 29), (30, 137)])
def test_the_page_asks_four_questions_for_each_thing(client, publisher, count, expected):
    """What was public last, and for `full_clean` whether its uid and its address are its own."""
    things = [make_statement() for _ in range(count)]
    client.get(address(things))
    assert queries(lambda: client.get(address(things))) == expected == 17 + 4 * count


@pytest.mark.parametrize(("count", "expected"), [(3, 127), (30, 1153)])
def test_a_publication_asks_as_much_for_each_thing_as_a_single_one(
    client, publisher, count, expected
):
    """PostgreSQL is asked for the publishing lock besides: twice, and twice a thing."""
    things = [make_statement() for _ in range(count)]
    fields = marks(client, things) | {"when": "now", "zone": "UTC"}
    locks = (2 + 2 * count) * (connection.vendor == "postgresql")
    assert queries(lambda: client.post(address(things), fields)) == expected + locks
    assert expected == 13 + 38 * count
