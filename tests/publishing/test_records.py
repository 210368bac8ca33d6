"""Stored records are never rewritten: one of every shape there ever was has to be restored.

A file of tests/publishing/records is `<kind>-<schema>.json`, and what its rows refer to has one
number in all of them. Whoever raises a `record_schema` adds one, and keeps the old.
"""

import datetime as dt
import json
from pathlib import Path

import pytest
from factories import (
    make_contact,
    make_film,
    make_organisation,
    make_pdf,
    make_person,
    make_picture,
    make_press_office,
)
from roles import MAKERS

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition
from composer_site.publishing.snapshot import capture, read, restore

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).parent / "records"
RECORDS = sorted(FOLDER.glob("*.json"))
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
RECORDED, REFERRED_TO = 9001, 9000
# What a row has anew whenever it is saved.
OF_EACH_SAVE = {"uid", "version", "updated_at", "translated", "missing_in", "stale_in"}


@pytest.fixture
def referred_to():
    for make in (make_film, make_person, make_organisation, make_picture, make_pdf):
        make(pk=REFERRED_TO)
    make_contact(make_press_office(pk=REFERRED_TO, slug="another"), pk=REFERRED_TO)


def stored(path):
    """An edition as a publication of that time kept it, and its thing as it is now."""
    content_kind = KINDS[path.stem.rpartition("-")[0]]
    thing = MAKERS[content_kind.model](pk=RECORDED)
    columns = {
        "content_kind": content_kind.name,
        "uid": thing.uid,
        "starts_at": LONG_AGO,
        "published_at": LONG_AGO,
    }
    return Edition.objects.create(**columns, number=1, snapshot=json.loads(path.read_text())), thing


def again(thing):
    return type(thing).objects.get(pk=thing.pk)


def lasting(rows):
    """{(model, key): fields}"""
    return {
        (row["model"], row["pk"]): {k: v for k, v in row["fields"].items() if k not in OF_EACH_SAVE}
        for row in rows
    }


@pytest.mark.usefixtures("referred_to")
@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_stored_record_of_every_shape_is_restored_whole(path):
    edition, thing = stored(path)
    assert restore(edition, thing) == []
    expected, restored = lasting(read(edition)[0]), lasting(capture(again(thing))["rows"])
    assert restored.keys() == expected.keys()
    assert {key: restored[key] | expected[key] for key in restored} == restored


def test_every_kind_has_a_stored_record_of_its_present_shape():
    present = {
        f"{content_kind.name}-{content_kind.record_schema}" for content_kind in KINDS.values()
    }
    assert present <= {path.stem for path in RECORDS}


@pytest.mark.parametrize("content_kind", KINDS.values(), ids=lambda content_kind: content_kind.name)
def test_the_record_of_the_present_shape_holds_every_part(content_kind):
    """So that a field that is renamed there is found unknown by the test above."""
    record = json.loads(
        (FOLDER / f"{content_kind.name}-{content_kind.record_schema}.json").read_text()
    )
    models = (content_kind.model_class, *content_kind.parts.values())
    assert {row["model"] for row in record["rows"]} == {m._meta.label_lower for m in models}
