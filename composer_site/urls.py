from django.contrib import admin
from django.urls import include, path, register_converter
from django.urls.converters import IntConverter, StringConverter

from composer_site.operations import health
from composer_site.staff.admin import change_password
from composer_site.staff.guide import guide
from composer_site.values.languages import LANGUAGES
from composer_site.visitors import sitemaps, views


class LanguageConverter(StringConverter):
    """One of the four codes as it is written: `/EN/` is no address of ours."""

    regex = "|".join(LANGUAGES)


class NumberConverter(IntConverter):
    """Of a page in a list: one number has one way to be written, and no list is that long."""

    regex = "[1-9][0-9]{0,5}"


register_converter(LanguageConverter, "language")
register_converter(NumberConverter, "number")

in_a_language = [
    path("", views.home, name="home"),
    path("films/", include("films.urls")),
    path("people/", include("people.urls")),
    path("organisations/", include("people.organisation_urls")),
    path("press/", include("press.urls")),
    path("", include("press.office_urls")),
]

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("<language:language>/", include(in_a_language)),
    path("", include("composer_site.library.urls")),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-site-1.xml", sitemaps.site, name="sitemap_site"),
    path(
        "sitemap-<slug:content_kind>-<number:number>.xml", sitemaps.section, name="sitemap_section"
    ),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("readyz", health.readyz),
    path("admin/guide/", admin.site.admin_view(guide), name="staff_guide"),
    path("admin/guide/<language:code>/", admin.site.admin_view(guide), name="staff_guide"),
    path("admin/", include("composer_site.desk.urls")),
    path("admin/password_change/", admin.site.admin_view(change_password)),
    path("admin/", admin.site.urls),
]
handler404 = "composer_site.visitors.views.not_found"
handler500 = "composer_site.visitors.views.server_error"
