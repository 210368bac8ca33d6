from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0004_times_are_kept")]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("uid", models.UUIDField(primary_key=True, serialize=False)),
                ("noun", models.CharField(max_length=20)),
                ("token", models.CharField(max_length=40, unique=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("usable_until", models.DateTimeField(null=True)),
                ("rights", models.CharField(blank=True, max_length=20)),
            ],
            options={
                "indexes": [models.Index(fields=["usable_until"], name="stored_file_ending")],
            },
        ),
    ]
