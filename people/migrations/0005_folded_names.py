from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='person',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='personname',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
    ]
