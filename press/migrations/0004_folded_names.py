from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('press', '0003_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='pressoffice',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='statement',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
    ]
