"""The demonstration: which fixtures it is made of, and what of them is published.

The fixtures also load with Django's own `loaddata demo`, but then no picture has its files.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from PIL import Image

from composer_site.demo.fixture_rows import BadRow, Row, read, reset_sequences, store
from composer_site.library import imaging, pdfs
from composer_site.library.models import Pdf, Picture
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import publish, withdraw
from composer_site.publishing.working_copy import Publishable
from composer_site.values.dates import time_from_local
from composer_site.values.languages import LANGUAGES
from films.models import Film
from people.models import Organisation, Person
from press.models import PressOffice, Statement

# In the order of their references, and so are the kinds.
APPS = ("library", "people", "films", "press")
KINDS = (Organisation, Person, Film, Statement, PressOffice)
ILLUSTRATIONS = Path(__file__).parent.parent / "demo/illustrations"
FACT_SHEETS = Path(__file__).parent.parent / "demo/fact_sheets"

# The press office of the demonstration, and no other: where it was published, all of it was.
OFFICE = "2b4b779c-cd8d-5e4f-851d-a3a5808a5849"

# The credits name them, and nothing else is known of them: no page of their own.
NAMED_ONLY = {
    "iris-wang",
    "serik-zhubandykov",
    "daljit-dj-parmar",
    "madi-zhakypov",
    "yao-chunguang",
    "zarina-kissikova",
    "altnay-nogerbek",
    "jue-xue",
    "ling-guo",
}
EMBARGOED = {"example-anniversary-screening": (dt.datetime(2049, 5, 3, 10), "Asia/Almaty")}
WITHDRAWN = {
    "example-withdrawn-screening": {
        "en": "An example: it was withdrawn to show what then stands at its address.",
        "kk": "Бұл — мысал: содан кейін мекенжайында не қалатынын көрсету үшін әдейі кері "
        "қайтарып алынды.",
        "ru": "Это пример: сообщение снято с публикации, чтобы показать, что остаётся по его адресу.",
        "zh-hans": "此为示例：特意撤回，以演示撤回后该网址显示的内容。",
    }
}
# Today's form of a name, and the wrong one that the first edition printed before its correction.
MISPRINTED = {"names-of-xian-xinghai": ("Sinn Sing Hoi", "Sinn Sing Hol")}


def fixtures() -> list[Path]:
    return [Path(apps.get_app_config(app).path) / "fixtures/demo.json" for app in APPS]


def is_loaded() -> bool:
    return Edition.objects.filter(uid=OFFICE).exists()


def has_content() -> bool:
    return any(model._default_manager.exists() for model in (*KINDS, Picture, Pdf, Edition))


def load(paths: list[Path]) -> None:
    """All or nothing: one transaction for the rows, and no file stays without its row."""
    stored: list[Picture | Pdf] = []

    def prepare(row: Row, thing: Any) -> None:
        if content_of := CONTENTS.get(type(thing)):
            content = content_of(row)
            stored.append(thing)
            thing.accept(content)

    try:
        with transaction.atomic():
            load_rows(paths, prepare)
            publish_all()
    except BaseException:
        for thing in stored:
            thing.remove_files()
        raise


def load_rows(paths: list[Path], prepare: Any) -> None:
    rows = (row for path in paths for row in read(path))
    reset_sequences({type(store(row, prepare)) for row in rows})


def illustration(row: Row) -> Image.Image:
    path = ILLUSTRATIONS / f"{row.entry['fields']['name']}.jpg"
    try:
        with path.open("rb") as file:
            return imaging.decode(file)
    except (OSError, ValidationError) as error:
        raise row.wrong("name", f"no picture can be read from {path.name}.") from error


def fact_sheet(row: Row) -> bytes:
    path = FACT_SHEETS / f"{row.entry['fields']['name']}.pdf"
    try:
        content = path.read_bytes()
        pdfs.check(content)
    except (OSError, ValidationError) as error:
        raise row.wrong("name", f"no PDF can be read from {path.name}.") from error
    return content


# What JSON cannot hold, by the kind of row.
CONTENTS: dict[type, Any] = {Picture: illustration, Pdf: fact_sheet}


def publish_all() -> None:
    for content_kind in KINDS:
        for thing in content_kind.objects.order_by("pk"):
            try:
                publish_one(thing)
            except ValidationError as error:
                name = f"{thing._meta.label_lower} {thing.slug}"
                raise BadRow(f"{name} cannot be published: {' '.join(error.messages)}") from error


def publish_one(thing: Publishable) -> None:
    if isinstance(thing, Person) and thing.slug in NAMED_ONLY:
        return
    if embargo := EMBARGOED.get(thing.slug):
        local, zone = embargo
        publish(thing, by=None, at=time_from_local(local, zone), zone=zone)
        return
    if isinstance(thing, Statement) and thing.slug in MISPRINTED:
        publish_misprinted(thing, *MISPRINTED[thing.slug])
    publish(thing, by=None)
    if reason := WITHDRAWN.get(thing.slug):
        withdraw(thing, by=None, reason=reason)


def publish_misprinted(statement: Statement, right: str, wrong: str) -> None:
    """The edition before the correction. The working copy is then as its fixture has it."""
    corrections = list(statement.corrections.all())
    statement.corrections.all().delete()
    replace_in_body(statement, right, wrong)
    publish(statement, by=None)
    replace_in_body(statement, wrong, right)
    for correction in corrections:
        correction.save(force_insert=True)


def replace_in_body(statement: Statement, old: str, new: str) -> None:
    for language in LANGUAGES.values():
        column = f"body_{language.suffix}"
        setattr(statement, column, getattr(statement, column).replace(old, new))
    statement.save()
