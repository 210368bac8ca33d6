from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0004_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='alternativetitle',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='credit',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='film',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.AddField(
            model_name='filmclaim',
            name='folded',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
    ]
