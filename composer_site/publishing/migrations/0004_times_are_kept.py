from django.conf import settings
from django.db import migrations, models
from django.db.models import Max


def number_on(apps, schema_editor):
    """From the highest number that each thing has today."""
    alias = schema_editor.connection.alias
    Edition = apps.get_model("publishing", "Edition")
    Numbering = apps.get_model("publishing", "Numbering")
    last = Edition.objects.using(alias).order_by().values_list("uid").annotate(last=Max("number"))
    Numbering.objects.using(alias).bulk_create(Numbering(uid=uid, last=number) for uid, number in last)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_passages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Numbering",
            fields=[
                ("uid", models.UUIDField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name="edition",
            name="misdated_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["released_at"], name="edition_acted"),
        ),
        migrations.RunPython(number_on, migrations.RunPython.noop),
    ]
