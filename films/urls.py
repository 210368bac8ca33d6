from django.urls import path

from films import views

app_name = "films"
urlpatterns = [
    path("", views.film_list, name="list"),
    path("<slug:slug>/", views.film_detail, name="detail"),
    path("<slug:slug>/names/", views.names, name="names"),
    path("<slug:slug>/names.csv", views.names_csv, name="names_csv"),
]
