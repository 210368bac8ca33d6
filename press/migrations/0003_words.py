from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('press', '0002_breadth'),
    ]

    operations = [
        migrations.AlterField(
            model_name='pressoffice',
            name='slug',
            field=models.SlugField(error_messages={'unique': 'This address is taken. Choose another one.'}, help_text="The last part of the page's address, the same in all languages: small Latin letters, digits and hyphens. Once published it belongs to this page for ever; if you change it, the old address leads to the new one.", max_length=80, unique=True, verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='statement',
            name='slug',
            field=models.SlugField(error_messages={'unique': 'This address is taken. Choose another one.'}, help_text="The last part of the page's address, the same in all languages: small Latin letters, digits and hyphens. Once published it belongs to this page for ever; if you change it, the old address leads to the new one.", max_length=80, unique=True, verbose_name='address'),
        ),
    ]
