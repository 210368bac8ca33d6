from django.urls import path

from press import views

app_name = "office"
urlpatterns = [
    path("contacts/", views.contacts, name="contacts"),
    *[
        path(f"{name}/", views.plain_text, {"name": name}, name=name)
        for name in ("about", "terms", "privacy", "accessibility", "imprint")
    ],
]
