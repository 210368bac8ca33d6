"""Whoever claims another address at each try is slowed down, and locks nobody out."""

from datetime import timedelta
from itertools import count

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from signing_in import PASSWORD, make_member, sign_in

from composer_site.staff import throttle
from composer_site.staff.models import SignInTry

pytestmark = pytest.mark.django_db
HOME = "192.0.2.1"


@pytest.fixture
def member():
    return make_member()


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def lie(settings):
    """Each call is a try from an address that nobody has claimed before."""
    settings.BEHIND_PROXY = True
    numbers = count(1)

    def lie(username="aigul", password="wrong"):
        return sign_in_from(f"198.51.{next(numbers)}.7", username, password)

    return lie


def sign_in_from(address, username="aigul", password=PASSWORD):
    return sign_in(Client(), username, password, headers={"X_Forwarded_For": address})


def fail(lie, number=10):
    return [lie().status_code for _ in range(number)]


def retry_after(response):
    return int(response.headers.get("Retry-After", 0))


def test_pauses_grow_with_the_failures_to_thirty_seconds(lie, clock):
    fail(lie)
    pauses = []
    for _ in range(8):
        pauses.append(retry_after(lie()))
        clock.shift(pauses[-1])
        assert lie().status_code == 200
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_try_within_the_pause_is_refused_even_if_right(lie, member, clock):
    assert fail(lie) == [200] * 10
    assert lie(password=PASSWORD).status_code == 429


def test_a_pause_is_not_prolonged_by_those_who_do_not_keep_it(lie, clock):
    fail(lie)
    clock.shift(0.5)
    assert [retry_after(lie()) for _ in range(5)] == [1] * 5
    clock.shift(0.5)
    assert lie().status_code == 200


def test_nobody_is_locked_out(lie, member, clock):
    fail(lie)
    clock.shift(retry_after(lie()))
    assert lie(password=PASSWORD).status_code == 302


def test_a_liar_who_keeps_every_pause_has_some_forty_tries_in_the_first_window(rf, clock):
    end = timezone.now() + timedelta(minutes=15)
    while timezone.now() < end and SignInTry.objects.count() < 60:
        address = f"198.51.100.{SignInTry.objects.count()}"
        _this, seconds = throttle.begin_try(rf.get("/", REMOTE_ADDR=address), "aigul")
        clock.shift(seconds)
    assert SignInTry.objects.count() == 43


def test_a_member_is_not_held_up_where_they_signed_in_lately(lie, member, clock):
    sign_in_from(HOME)
    fail(lie)
    assert lie(password=PASSWORD).status_code == 429
    assert sign_in_from(HOME).status_code == 302


def test_signing_in_sets_no_liar_free(lie, member, clock):
    sign_in_from(HOME)
    fail(lie)
    sign_in_from(HOME)
    assert lie().status_code == 429


def test_five_failures_lock_an_account_even_where_it_signed_in(lie, member, clock):
    sign_in_from(HOME)
    statuses = [sign_in_from(HOME, password="wrong").status_code for _ in range(5)]
    assert statuses == [200] * 5
    assert retry_after(sign_in_from(HOME)) == 900


def test_where_another_member_signed_in_is_no_exception(lie, member, clock):
    make_member("dina")
    sign_in_from(HOME, "dina")
    fail(lie)
    assert sign_in_from(HOME).status_code == 429


@pytest.mark.parametrize(("seconds", "status"), [(0, 302), (1, 429)])
def test_a_sign_in_is_lately_for_thirty_days(lie, member, clock, seconds, status):
    sign_in_from(HOME)
    clock.shift(timedelta(days=30, seconds=seconds))
    fail(lie)
    assert sign_in_from(HOME).status_code == status


def test_unknown_names_are_answered_and_kept_as_known_ones_are(lie, member, clock):
    known = [retry_after(lie("aigul")) for _ in range(12)]
    rows = SignInTry.objects.count()
    assert [retry_after(lie("nobody")) for _ in range(12)] == known
    assert SignInTry.objects.count() == 2 * rows


def test_of_two_sign_ins_at_one_instant_one_is_remembered(rf):
    first, second = [throttle.begin_try(rf.get("/"), "aigul")[0] for _ in range(2)]
    throttle.succeed(second)
    throttle.succeed(first)
    assert list(SignInTry.objects.values_list("pk", "succeeded")) == [(second.pk, True)]


def test_a_pause_is_no_longer_where_the_clock_of_another_host_is_ahead(lie, clock):
    clock.shift(3600)
    fail(lie)
    clock.shift(-3600)
    assert retry_after(lie()) == 1
