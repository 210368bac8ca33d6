"""A part is one by being written as a model: it is named nowhere else."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, models
from factories import in_all, make_film, make_superuser, published
from translated_fields import TranslatedField

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.lists.translated_kinds import kinds
from composer_site.desk.lists.translation_progress import waiting_things
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import publish
from composer_site.publishing.snapshot import capture, restore
from composer_site.publishing.working_copy import Part
from composer_site.values.languages import LANGUAGES
from films.models import Film
from people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def memo():
    """A model that nothing but this function knows; its table goes with the test's transaction."""

    class Memo(Part):
        whole_name = "film"
        main_texts = ("text",)
        film = models.ForeignKey(Film, models.CASCADE, related_name="memos")
        named = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
        text = TranslatedField(models.CharField("text", max_length=80, blank=True))

        class Meta(Part.Meta):
            app_label = "films"
            verbose_name = "memo"

    editor = connection.SchemaEditorClass(connection, atomic=False)
    editor.deferred_sql = []
    editor.create_model(Memo)
    yield Memo
    del apps.all_models["films"]["memo"], Film.memos
    apps.clear_cache()


def make_memo(memo, languages=LANGUAGES):
    return memo.objects.create(film=make_film(), **in_all("text", "Words", languages))


def test_a_part_is_recorded(memo):
    row = make_memo(memo)
    record = capture(row.film)["rows"]
    assert [entry["pk"] for entry in record if entry["model"] == "films.memo"] == [row.pk]


def test_a_part_is_restored(memo):
    film = published(make_memo(memo).film)
    before = list(memo.objects.values())
    film.memos.get().delete()
    memo.objects.create(film=film, text_en="Later")
    restore(Edition.objects.get(), Film.objects.get())
    assert list(memo.objects.values()) == before


def test_a_part_is_checked(memo):
    row = make_memo(memo)
    memo.objects.update(text_en="")
    assert [blocker.where for blocker in blockers(row.film)] == ["Memo 1, Text [en]"]


def test_a_part_stands_in_the_way_of_a_publication(memo):
    row = make_memo(memo)
    memo.objects.update(text_en="")
    with pytest.raises(ValidationError):
        publish(row.film, by=None)


def test_a_part_is_counted_and_translated(memo):
    make_memo(memo, ["en", "ru"])
    of_film = kinds(make_superuser())["film"]
    assert memo in of_film.parts
    found = waiting_things([of_film], LANGUAGES, ["missing"])
    assert {code for (_kind, code, _work), n in found.items() if n} == {"kk", "zh-hans"}


def test_a_part_is_loaded_with_what_it_refers_to(memo):
    assert {"memos", "memos__named", "memos__named__names"} <= set(KINDS["film"].loads)


def test_every_part_of_ours_belongs_to_a_kind():
    """One whose foreign key hides its other end could not be found from the whole."""
    found = [part for content_kind in KINDS.values() for part in content_kind.parts.values()]
    written = [model for model in apps.get_models() if issubclass(model, Part)]
    assert sorted(found, key=str) == sorted(written, key=str)
