import datetime as dt

import django.db.models.deletion
from django.db import migrations, models

import composer_site.publishing.fields

COPIED = ("edition_id", "kind", "language", "starts_at", "ends_at")
# Keys of a quote that statements released before this lack.
LATER_OF_QUOTE = {"original": None, "speaker_organisation": None}


def write(apps, schema_editor):
    """Of every page as its stored document has them: older editions were released without."""
    pages = apps.get_model("publishing", "Page").objects.using(schema_editor.connection.alias)
    passages = apps.get_model("publishing", "Passage").objects.using(schema_editor.connection.alias)
    # By key: SQLite reads on while we write, and the other index moves under what is written.
    for page in pages.filter(noun="statement", kind="release").order_by("pk").iterator(200):
        page.facet = page.document.get("kind", "")
        page.save(update_fields=["facet"])
        passages.bulk_create(_rows(apps.get_model("publishing", "Passage"), page))


def _rows(model, page):
    copies = {name: getattr(page, name) for name in COPIED} | {"page_id": page.pk}
    for position, row in enumerate(_passages(page)):
        day = row["sort_at"] and dt.date.fromisoformat(row["sort_at"])
        sort_at = dt.datetime.combine(day, dt.time(12), dt.UTC) if day else page.sort_at
        yield model(**{**row, **copies, "position": position, "sort_at": sort_at})


def _passages(page):
    """As statements had them when this was written: their code has moved on since."""
    for block in page.document["body"]:
        if "quote" in block and block["quote"]["text"]:
            yield _of_quote({**LATER_OF_QUOTE, **block["quote"]})
    for row in page.document.get("corrections", ()):
        yield {"name": "correction", "uid": row["id"], "sort_at": row["date"], "card": row}


def _of_quote(quote):
    return {
        "name": "quote",
        "uid": quote["id"],
        "subject": quote["speaker"] and quote["speaker"]["uid"],
        "spoken_in": quote["spoken_in"],
        "sort_at": None,
        "card": quote,
    }


def window_fields():
    return [
        (
            "edition",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="%(class)ss",
                db_index=False,
                to="publishing.edition",
            ),
        ),
        ("kind", models.CharField(max_length=10)),
        ("language", models.CharField(max_length=10)),
        ("starts_at", models.DateTimeField()),
        ("ends_at", models.DateTimeField(null=True)),
    ]


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_breadth")]

    operations = [
        migrations.AddField("page", "facet", models.CharField(max_length=20, blank=True)),
        migrations.AlterField("page", *window_fields()[0]),
        migrations.RemoveIndex("page", "page_newest"),
        migrations.AddIndex(
            "page",
            models.Index(
                fields=["noun", "language", "kind", "-sort_at", "-id"]
                + ["starts_at", "ends_at", "facet", "edition"],
                name="page_newest",
            ),
        ),
        migrations.DeleteModel("Passage"),
        migrations.CreateModel(
            "Passage",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                *window_fields(),
                ("name", models.CharField(max_length=20)),
                ("uid", models.UUIDField()),
                ("subject", models.UUIDField(null=True)),
                ("spoken_in", models.CharField(blank=True, max_length=20)),
                ("sort_at", models.DateTimeField()),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "card",
                    composer_site.publishing.fields.DocumentField(
                        default=dict, encoder=composer_site.publishing.fields.ReadableJSONEncoder
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        db_index=False,
                        to="publishing.page",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("page", "uid"), name="passage_page_once")
                ],
                "indexes": [
                    models.Index(
                        fields=["name", "language", "kind", "-sort_at", "-page", "position"]
                        + ["starts_at", "ends_at", "subject", "spoken_in", "edition"],
                        name="passage_newest",
                    ),
                    models.Index(fields=["uid", "name", "language"], name="passage_uid"),
                    models.Index(
                        fields=["subject", "name", "language", "kind", "-sort_at"]
                        + ["starts_at", "ends_at"],
                        name="passage_of",
                    ),
                    models.Index(fields=["edition"], name="passage_edition"),
                ],
            },
        ),
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
