from django.db import migrations


def hand_on(apps, schema_editor):
    alias = schema_editor.connection.alias
    StoredFile = apps.get_model("publishing", "StoredFile")
    pictures = apps.get_model("library", "Picture").objects.using(alias).order_by()
    pdfs = apps.get_model("library", "Pdf").objects.using(alias).order_by()
    rows = [
        *(StoredFile(noun="picture", **p) for p in pictures.values("uid", "token", *LICENCE)),
        *(StoredFile(noun="file", **pdf) for pdf in pdfs.values("uid", "token", "digest")),
    ]
    StoredFile.objects.using(alias).bulk_create(rows, batch_size=500)


LICENCE = ("usable_until", "rights")


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0003_rights_act"),
        ("publishing", "0005_stored_files"),
    ]

    operations = [migrations.RunPython(hand_on, migrations.RunPython.noop)]
