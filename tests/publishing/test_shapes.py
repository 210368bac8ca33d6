"""Stored documents are never rewritten: one of every shape there ever was has to render.

A file of tests/shapes is `<kind>-<schema>.json`; whoever raises a SCHEMA adds one, and keeps the old.
"""

import datetime as dt
import json
import uuid
from pathlib import Path

import pytest

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Edition, Page

pytestmark = pytest.mark.django_db

SHAPES = sorted((Path(__file__).parent / "shapes").glob("*.json"))
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def stored(path):
    """A public page as a publication of that time wrote it."""
    content_kind, _dash, _schema = path.stem.rpartition("-")
    columns = {
        "content_kind": content_kind,
        "uid": uuid.uuid4(),
        "kind": "publication",
        "starts_at": LONG_AGO,
    }
    edition = Edition.objects.create(**columns, number=1, published_at=LONG_AGO)
    row = json.loads(path.read_text())
    return Page.objects.create(**columns, **row, edition=edition, language="ru", sort_at=LONG_AGO)


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_a_stored_document_of_every_shape_renders(client, path):
    page = stored(path)
    response = client.get(page.get_absolute_url())
    assert response.status_code == 200
    assert "<h1" in response.text


def test_every_kind_has_a_stored_document_of_its_present_shape():
    assert {f"{content_kind.name}-{content_kind.schema}" for content_kind in KINDS.values()} <= {
        p.stem for p in SHAPES
    }
