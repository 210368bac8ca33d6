from django.apps import AppConfig


class ComposerSiteConfig(AppConfig):
    name = "composer_site"
    label = "composer_site"
