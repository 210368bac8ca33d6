from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "composer_site.staff"
