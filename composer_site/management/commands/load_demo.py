from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from composer_site import demo
from composer_site.demo import scale
from composer_site.demo.fixture_rows import BadRow


class Command(BaseCommand):
    help = "Load the demonstration into an empty database and publish it: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--scale",
            type=int,
            default=0,
            metavar="N",
            help="Have N invented statements beside it, published; those that are there stay.",
        )

    def handle(self, *args, **options):
        if demo.is_loaded():
            self.stdout.write("The demonstration is already here. Nothing of it was changed.")
        else:
            self.load()
        if options["scale"]:
            self.add_statements(options["scale"])

    def load(self):
        if demo.has_content():
            raise CommandError(
                "This database holds other content. Load the demonstration into an empty one."
            )
        try:
            demo.load(demo.fixtures())
        except BadRow as error:
            raise CommandError(f"{error} Nothing was loaded.") from error
        self.stdout.write("The demonstration is loaded and published.")

    def add_statements(self, count):
        numbers, around = scale.missing(count), scale.Surroundings.fetch()
        # Without a terminal tqdm draws no bar (disable=None).
        for number in tqdm(numbers, unit="statement", disable=None):
            scale.add(number, around)
        self.stdout.write(f"{len(numbers)} invented statements were added and published.")
