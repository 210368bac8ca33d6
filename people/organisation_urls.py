from django.urls import path

from composer_site.visitors.lists import on_pages
from people import views

app_name = "organisations"
urlpatterns = [
    *on_pages("", views.organisation_list, "organisations:list"),
    path("<slug:slug>/", views.organisation_detail, name="detail"),
]
