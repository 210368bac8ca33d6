from django.core.management.base import BaseCommand, CommandError

from composer_site import demo
from composer_site.fixture_rows import BadRow


class Command(BaseCommand):
    help = "Load the demonstration into an empty database and release it: all of it or nothing."

    def handle(self, *args, **options):
        if demo.is_loaded():
            self.stdout.write("The demonstration is already here. Nothing was changed.")
            return
        if demo.has_content():
            raise CommandError(
                "This database holds other content. Load the demonstration into an empty one."
            )
        try:
            demo.load(demo.fixtures())
        except BadRow as error:
            raise CommandError(f"{error} Nothing was loaded.") from error
        self.stdout.write("The demonstration is loaded and released.")
