from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0005_times'),
    ]

    operations = [
        migrations.AddField(
            model_name='pdf',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='picture',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
    ]
