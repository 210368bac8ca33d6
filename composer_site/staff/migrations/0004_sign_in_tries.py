from django.db import migrations, models


class Migration(migrations.Migration):
    """The failures of the last quarter of an hour are forgotten."""

    dependencies = [("staff", "0003_zones_of_the_list")]
    operations = [
        migrations.CreateModel(
            name="SignInTry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("account", models.CharField(max_length=64)),
                ("address", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("succeeded", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "address"], name="sign_in_try_account"),
                    models.Index(fields=["address"], name="sign_in_try_address"),
                    models.Index(fields=["at"], name="sign_in_try_at"),
                ]
            },
        ),
        migrations.DeleteModel(name="SignInFailure"),
    ]
