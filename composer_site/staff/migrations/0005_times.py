import composer_site.values.dates.times
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('staff', '0004_sign_in_tries'),
    ]

    operations = [
        migrations.AlterField(
            model_name='user',
            name='time_zone',
            field=models.CharField(choices=composer_site.values.dates.times.ZONES, default='Asia/Almaty', help_text='Times in the admin are shown and entered in this zone.', max_length=40, verbose_name='time zone'),
        ),
    ]
