from django.apps import AppConfig
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from composer_site.operations import health


class PublishingConfig(AppConfig):
    name = "composer_site.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        health.warnings.append(word_of_the_clock)


def word_of_the_clock() -> str:
    """`clock` where something was released at a time that this machine's clock has not reached."""
    from composer_site.publishing.timeline import misdated  # once the models are there

    return "clock" if misdated(timezone.now()).exists() else ""
