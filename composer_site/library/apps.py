from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "composer_site.library"
