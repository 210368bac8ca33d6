from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from composer_site.staff.rights import grant


class StaffConfig(AppConfig):
    name = "composer_site.staff"
    verbose_name = _("staff")

    def ready(self):
        post_migrate.connect(grant, dispatch_uid="composer_site.staff.grant")
