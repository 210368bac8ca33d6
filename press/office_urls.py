from django.urls import path

from press import views
from press.documents import PLAIN_TEXTS

app_name = "office"
urlpatterns = [
    path("contacts/", views.contacts, name="contacts"),
    *[path(f"{name}/", views.plain_text, {"name": name}, name=name) for name in PLAIN_TEXTS],
]
