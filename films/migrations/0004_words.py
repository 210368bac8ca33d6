from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('films', '0003_roles'),
    ]

    operations = [
        migrations.AlterField(
            model_name='film',
            name='slug',
            field=models.SlugField(error_messages={'unique': 'This address is taken. Choose another one.'}, help_text="The last part of the page's address, the same in all languages: small Latin letters, digits and hyphens. Once published it belongs to this page for ever; if you change it, the old address leads to the new one.", max_length=80, unique=True, verbose_name='address'),
        ),
    ]
