from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "composer_site.desk.site.DeskSite"
