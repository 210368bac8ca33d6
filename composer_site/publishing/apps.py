from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from composer_site.operations import health


class PublishingConfig(AppConfig):
    name = "composer_site.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        health.warnings.append("composer_site.publishing.timeline.word_of_the_clock")
