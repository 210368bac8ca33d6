from django.db import migrations

OLD, NEW = "release_edition", "publish_edition"


def say_publication(apps, schema_editor):
    """One publishes; a release is the film's."""
    alias = schema_editor.connection.alias
    for name in ("Edition", "Page", "Passage"):
        rows = apps.get_model("publishing", name).objects.using(alias)
        rows.filter(kind="release").update(kind="publication")


def rename_right(apps, schema_editor):
    """The same row, so that whoever had the right has it; its record, so that it is not granted anew."""
    alias = schema_editor.connection.alias
    rights = apps.get_model("auth", "Permission").objects.using(alias)
    ours = rights.filter(content_type__app_label="publishing", codename=OLD)
    ours.update(codename=NEW, name="Can publish")
    granted = apps.get_model("staff", "GrantedRight").objects.using(alias)
    granted.filter(right=f"publishing.{OLD}").update(right=f"publishing.{NEW}")


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0007_wider_kinds"),
        ("staff", "0004_sign_in_tries"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(say_publication, migrations.RunPython.noop),
        migrations.RunPython(rename_right, migrations.RunPython.noop),
    ]
