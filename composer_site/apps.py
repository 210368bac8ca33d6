from django.apps import AppConfig


class ComposerSiteConfig(AppConfig):
    name = "composer_site"
    label = "composer_site"

    def ready(self):
        from composer_site import checks  # noqa: F401  registers them; settings are ready only here
