from django.urls import path

from composer_site.visitors.lists import on_pages
from films import views

app_name = "films"
urlpatterns = [
    *on_pages("", views.film_list, "films:list"),
    path("<slug:slug>/", views.film_detail, name="detail"),
    path("<slug:slug>/names/", views.names, name="names"),
    path("<slug:slug>/names.csv", views.names_csv, name="names_csv"),
]
