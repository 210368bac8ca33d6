from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('publishing', '0010_content_kinds'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='page',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
    ]
