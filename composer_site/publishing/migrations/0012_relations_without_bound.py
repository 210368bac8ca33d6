from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0011_folded_names"),
    ]

    operations = [
        migrations.AlterField(
            model_name="mention",
            name="relations",
            field=models.TextField(),
        ),
    ]
