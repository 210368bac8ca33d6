import dataclasses

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from factories import (
    make_claim,
    make_credit,
    make_everything_of,
    make_film,
    make_organisation,
    make_person,
    make_quote,
    make_statement,
    make_user,
    published,
)

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import build
from composer_site.publishing.snapshot import restore
from films.models import Film, FilmClaim
from press.models import Quote, Statement

pytestmark = pytest.mark.django_db


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)


def back(thing, number=1):
    return restore(Edition.objects.get(uid=thing.uid, number=number), fresh(thing))


def change(thing, **columns):
    thing = fresh(thing)
    for name, value in columns.items():
        setattr(thing, name, value)
    thing.save()


def test_texts_parts_and_relations_are_again_what_they_were():
    film, other = make_film(), make_film()
    statement = make_statement(films=[film])
    quote = make_quote(statement)
    make_quote(statement, text_en="Second")
    documents = build(published(fresh(statement)))
    change(statement, headline_en="Changed")
    statement.films.set([other])
    change(quote, text_en="Changed")
    fresh(statement).quotes.get(text_en="Second").delete()
    make_quote(statement, text_en="Later")
    assert back(statement) == []
    assert build(fresh(statement)) == documents


def test_restoring_raises_the_version_and_the_time_of_saving():
    statement = published(make_statement())
    change(statement, headline_en="Changed")
    before = fresh(statement)
    back(statement)
    after = fresh(statement)
    assert after.version > before.version
    assert after.updated_at > before.updated_at


def test_restoring_changes_no_edition():
    statement = published(make_statement())
    change(statement, headline_en="Changed")
    before = list(Edition.objects.values())
    back(statement)
    assert list(Edition.objects.values()) == before


def test_a_reference_that_is_gone_is_left_out_and_named():
    person = make_person("Hu Jun")
    statement = published(make_statement(people=[person]))
    statement.people.clear()
    LogEntry.objects.create(
        user=make_user(),
        content_type=ContentType.objects.get_for_model(person),
        object_id=str(person.pk),
        object_repr="Hu Jun",
        action_flag=DELETION,
    )
    person.delete()
    assert back(statement) == ["Person: Hu Jun"]
    assert fresh(statement).people.count() == 0


def test_a_credit_without_its_person_is_left_out_and_named():
    film, person = make_film(), make_person()
    credit = make_credit(film, person)
    kept = make_credit(film, make_person())
    published(fresh(film))
    credit.delete()
    pk = person.pk
    person.delete()
    assert back(film) == [f"Person: {pk}", "Credit"]
    assert list(fresh(film).credits.all()) == [kept]


def test_a_quote_keeps_its_words_without_its_speaker():
    organisation = make_organisation()
    statement = make_statement()
    quote = make_quote(statement, speaker_organisation=organisation)
    published(fresh(statement))
    quote.delete()
    organisation.delete()
    back(statement)
    quote = Quote.objects.get()
    assert (quote.text_en, quote.speaker_organisation) == ("Words (en)", None)


def test_restoring_touches_no_other_thing():
    statement, other = published(make_statement()), make_statement()
    quote = make_quote(other)
    change(statement, headline_en="Changed")
    back(statement)
    assert Statement.objects.get(pk=other.pk).version == other.version
    assert Quote.objects.get() == quote


def recorded(change, thing=None):
    """A thing whose edition keeps another record."""
    thing = published(thing or make_film(year=2019))
    edition = Edition.objects.get()
    change(edition.snapshot["rows"])
    edition.save()
    return thing


def test_a_column_that_is_no_longer_there_is_left_out_and_named():
    film = recorded(lambda rows: rows[0]["fields"].update(once_there="x"))
    assert back(film) == ["Film: once_there"]
    assert Film.objects.get().title_en == film.title_en


def test_a_part_that_is_no_longer_there_is_left_out_and_named():
    award = {"model": "films.award", "pk": 1, "fields": {"film": 1}}
    film = recorded(lambda rows: rows.extend([award, award]))
    assert back(film) == ["films.award"]
    assert Film.objects.get().title_en == film.title_en


def test_rows_of_another_thing_are_not_restored():
    film = recorded(lambda rows: rows.append({"model": "auth.group", "pk": 99, "fields": {}}))
    assert back(film) == ["auth.group"]
    assert not Group.objects.filter(pk=99).exists()


def test_a_column_that_the_record_lacks_takes_its_default():
    film = recorded(lambda rows: rows[0]["fields"].pop("year"))
    change(film, year=1999)
    back(film)
    assert Film.objects.get().year is None


def test_a_relation_to_many_that_the_record_lacks_is_empty():
    statement = recorded(lambda rows: rows[0]["fields"].pop("films"), make_statement())
    statement.films.set([make_film()])
    back(statement)
    assert fresh(statement).films.count() == 0


def test_an_older_record_is_lifted_by_its_kind(monkeypatch):
    def lift_record(record):
        assert record["schema"] == 2
        whole, *parts = record["rows"]
        names = {"made_in": "year"}
        fields = {names.get(name, name): value for name, value in whole["fields"].items()}
        return {"schema": 3, "rows": [{**whole, "fields": fields}, *parts]}

    film = recorded(lambda rows: rows[0]["fields"].update(made_in=rows[0]["fields"].pop("year")))
    later = dataclasses.replace(KINDS["film"], record_schema=3, lift_record=lift_record)
    monkeypatch.setitem(KINDS, "film", later)
    change(film, year=1999)
    assert back(film) == []
    assert Film.objects.get().year == 2019


@pytest.mark.parametrize("count", [3, 30])
def test_restoring_asks_as_many_queries_however_many_parts(count, django_assert_num_queries):
    film = make_everything_of(make_film())
    person = make_person()
    for _ in range(count):
        make_credit(film, person)
        make_claim(FilmClaim, film=film)
    published(fresh(film))
    fresh(film).credits.all().delete()
    edition, film = Edition.objects.get(), fresh(film)
    # What is referred to, the film, and two for each of nine kinds of parts; releases has no rows.
    with django_assert_num_queries(23):
        restore(edition, film)
    assert film.credits.count() == count


def test_parts_refer_to_many_rows_of_no_kind():
    """What is restored set by set would leave such relations out."""
    for content_kind in KINDS.values():
        parts = content_kind.parts.values()
        assert [part for part in parts if part._meta.many_to_many] == []
