from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from composer_site.publishing.finding import Findable, fold_anew
from composer_site.publishing.writing import index_anew


class Command(BaseCommand):
    help = (
        "Fold names, titles and pages anew, as every save and publish does: for rows that were "
        "changed by SQL, and after a version of the site that folds letters in another way."
    )

    def handle(self, *args, **options):
        models = [model for model in apps.get_models() if issubclass(model, Findable)]
        with transaction.atomic():
            rows = sum(map(fold_anew, models))
            pages = index_anew()
        self.stdout.write(f"{rows} rows and {pages} pages were folded anew.")
