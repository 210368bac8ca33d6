from django.urls import path

from composer_site.visitors.lists import on_pages
from people import views

app_name = "people"
urlpatterns = [
    *on_pages("", views.person_list, "people:list"),
    path("<slug:slug>/", views.person_detail, name="detail"),
]
