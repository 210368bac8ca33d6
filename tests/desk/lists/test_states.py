import datetime as dt

import pytest
from django.utils import timezone
from factories import make_film, make_statement, published

from composer_site.desk.lists.publication_status import PublicationStatus
from composer_site.desk.lists.states import state_of
from composer_site.publishing.publish import publish, withdraw

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def state(thing, at=None):
    return state_of([type(thing).objects.get(pk=thing.pk)], at)[thing.uid]


def test_what_was_only_saved_is_not_public_yet():
    assert state(make_film()).public is PublicationStatus.NEVER


def test_what_was_published_is_public_and_not_changed():
    film = state(published(make_film()))
    assert (film.public, film.changed, film.ahead) == (PublicationStatus.LIVE, False, None)


def test_saving_again_is_a_change_since_publication():
    film = published(make_film())
    film.save()
    assert state(film).changed is True


def test_saving_a_part_is_a_change_too():
    film = published(make_film())
    film.touch()
    assert state(film).changed is True


def test_what_is_scheduled_with_todays_text_is_not_changed():
    film = published(make_film())
    film.save()
    ahead = publish(film, by=None, at=timezone.now() + HOUR)
    film = state(film)
    assert (film.public, film.changed, film.ahead) == (PublicationStatus.LIVE, False, ahead)


def test_a_first_publication_ahead_is_not_public_before_its_time():
    time = timezone.now() + HOUR
    film = published(make_film(), at=time)
    assert state(film).public is PublicationStatus.NEVER
    assert state(film, time).public is PublicationStatus.LIVE


def test_what_was_withdrawn_says_so():
    film = published(make_film())
    withdraw(film, by=None, reason={"en": "Replaced"})
    assert [mark for mark, _words in state(film).marks()] == ["withdrawn"]


def test_the_marks_are_said_in_words():
    film = published(make_film())
    film.save()
    withdraw(film, by=None, reason={"en": "Over"}, at=dt.datetime(2098, 1, 1, tzinfo=dt.UTC))
    public, changed, ahead = str(state(film)).split(", ", 2)
    assert (public, changed) == ("public", "changed since publication")
    assert ahead.startswith("to be withdrawn: ")


@pytest.mark.parametrize("number", [1, 3])
def test_many_rows_cost_one_query(number, django_assert_num_queries):
    rows = [published(make_statement()) for _ in range(number)]
    with django_assert_num_queries(1):
        states = state_of(rows)
    assert {state.public for state in states.values()} == {PublicationStatus.LIVE}
