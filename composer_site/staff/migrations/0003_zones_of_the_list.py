import zoneinfo

from django.db import migrations, models

import composer_site.values.dates.moments

DEFAULT = "Asia/Almaty"
# The list as it was when this was written.
AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


def choose_from_the_list(apps, schema_editor):
    """Any zone of the machine could be chosen, and the desk spoke in UTC where it knew it not."""
    users = apps.get_model("staff", "User").objects.using(schema_editor.connection.alias)
    listed = {name for name in zoneinfo.available_timezones() if name.startswith(AREAS)}
    users.exclude(time_zone__in={*listed, "UTC"}).update(time_zone=DEFAULT)


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_groups")]
    operations = [
        migrations.RunPython(choose_from_the_list, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="user",
            name="time_zone",
            field=models.CharField(
                choices=composer_site.values.dates.moments.ZONES,
                default=DEFAULT,
                help_text="Moments in the admin are shown and entered in this zone.",
                max_length=40,
                verbose_name="time zone",
            ),
        ),
    ]
