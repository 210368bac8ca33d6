from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0006_acts_are_codes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField("page", "kind", models.CharField(max_length=20)),
        migrations.AlterField("passage", "kind", models.CharField(max_length=20)),
        migrations.AlterField(
            "edition",
            "kind",
            models.CharField(
                choices=[("publication", "publication"), ("withdrawal", "withdrawal")],
                default="publication",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.RemoveIndex("edition", "edition_acted"),
        migrations.RenameField("edition", "released_by", "published_by"),
        migrations.RenameField("edition", "released_at", "published_at"),
        migrations.AlterField(
            "edition", "published_at", models.DateTimeField(verbose_name="published at")
        ),
        migrations.AlterField(
            "edition",
            "published_by",
            models.ForeignKey(
                null=True,
                on_delete=PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="published by",
            ),
        ),
        migrations.AddIndex(
            "edition", models.Index(fields=["published_at"], name="edition_acted")
        ),
        migrations.AlterModelOptions(
            "edition",
            {
                "ordering": ["-starts_at"],
                "permissions": [
                    ("publish_edition", "Can publish"),
                    ("withdraw_edition", "Can withdraw"),
                    ("write_source", "Can write more than translations"),
                    ("see_ahead", "Can see the site as it will be"),
                ],
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
            },
        ),
    ]
