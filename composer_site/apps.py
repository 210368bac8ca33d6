from django.apps import AppConfig

from composer_site import checks  # noqa: F401  to register them


class ComposerSiteConfig(AppConfig):
    name = "composer_site"
    label = "composer_site"
