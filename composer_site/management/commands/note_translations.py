from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from composer_site.publishing.translations import Translatable, note_anew


class Command(BaseCommand):
    help = (
        "Note which texts are translated, as every save does: of rows that were stored without, by "
        "`loaddata` or by a version of the site that kept no such notes."
    )

    def handle(self, *args, **options):
        models = [model for model in apps.get_models() if issubclass(model, Translatable)]
        with transaction.atomic():
            for model in models:
                note_anew(model._base_manager.all())
        self.stdout.write("Every text is noted.")
