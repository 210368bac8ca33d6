from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "composer_site.publishing"
