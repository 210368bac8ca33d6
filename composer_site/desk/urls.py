from django.contrib import admin
from django.urls import path, register_converter

from composer_site.desk.schedule.clock_page import clock_page
from composer_site.desk.schedule.move_page import move_page
from composer_site.desk.schedule.site_ahead import site_ahead
from composer_site.desk.schedule.travel import TimeConverter, travel
from composer_site.desk.translation.list_page import desk_page
from composer_site.desk.translation.thing_page import (
    desk_thing_in_usual_language,
    desk_thing_page,
)

register_converter(TimeConverter, "time")

urlpatterns = [
    path("ahead/", admin.site.admin_view(site_ahead), name="site_ahead"),
    path("move/", admin.site.admin_view(move_page), name="move_editions"),
    path("clock/", admin.site.admin_view(clock_page), name="clock"),
    path("at/<time:time>/", admin.site.admin_view(travel), name="travel"),
    path("at/<time:time>/<path:visited>", admin.site.admin_view(travel), name="travel"),
    path("desk/", admin.site.admin_view(desk_page), name="translation_desk"),
    path("desk/<language:language>/", admin.site.admin_view(desk_page), name="translation_desk"),
    path(
        "desk/<slug:content_kind>/<int:pk>/",
        admin.site.admin_view(desk_thing_in_usual_language),
        name="translation_desk_thing",
    ),
    path(
        "desk/<language:language>/<slug:content_kind>/<int:pk>/",
        admin.site.admin_view(desk_thing_page),
        name="translation_desk_thing",
    ),
]
