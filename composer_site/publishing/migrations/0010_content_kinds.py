from django.db import migrations, models

NEWEST = [
    "content_kind",
    "language",
    "kind",
    "-sort_at",
    "-id",
    "starts_at",
    "ends_at",
    "facet",
    "edition",
]


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0009_excerpts"),
        ("library", "0004_known_to_visitors"),  # writes the column by its old name
    ]

    operations = [
        migrations.RemoveIndex("page", "page_newest"),
        migrations.RemoveIndex("page", "page_address"),
        migrations.RemoveIndex("mention", "mention_of"),
        migrations.RemoveConstraint("address", "address_once"),
        *(
            migrations.RenameField(model, "noun", "content_kind")
            for model in ("edition", "page", "mention", "address", "storedfile")
        ),
        migrations.AddIndex("page", models.Index(fields=NEWEST, name="page_newest")),
        migrations.AddIndex(
            "page",
            models.Index(fields=["slug", "content_kind", "language", "kind"], name="page_address"),
        ),
        migrations.AddIndex(
            "mention",
            models.Index(fields=["uid", "content_kind", "-sort_at", "-edition"], name="mention_of"),
        ),
        migrations.AddConstraint(
            "address",
            models.UniqueConstraint(fields=["content_kind", "slug"], name="address_once"),
        ),
    ]
