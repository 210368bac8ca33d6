from django.db import migrations

NAMES = ["translators", "editors", "publishers"]


def make_groups(apps, schema_editor):
    """The groups; their rights follow at the end of the same `migrate` (see `rights.py`), when
    the models that they are about are there."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for name in NAMES:
        groups.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("staff", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop, elidable=False)]
