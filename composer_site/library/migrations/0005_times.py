from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0004_known_to_visitors'),
    ]

    operations = [
        migrations.AlterField(
            model_name='picture',
            name='usable_until',
            field=models.DateTimeField(blank=True, help_text='From this time on no page shows it. Leave empty if there is no end.', null=True, verbose_name='may be used until'),
        ),
    ]
