"""The addresses of the site, and doors of the admin that ask for no right."""

from django.contrib import admin
from django.contrib.contenttypes.views import shortcut
from django.urls import path

from composer_site import urls
from composer_site.urls import handler404, handler500  # noqa: F401  as Django wants them

left_open = path(
    "admin/r/<path:content_type_id>/<path:object_id>/",
    admin.site.admin_view(shortcut),
    name="left_open",
)
urlpatterns = [left_open, *urls.urlpatterns]
