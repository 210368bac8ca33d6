from typing import Any

from django.urls import URLPattern, path

from press import feeds, views

app_name = "press"


def on_pages(address: str, view: Any, name: str) -> list[URLPattern]:
    """A list, whose first page has one address alone."""
    first = {"listed_at": f"press:{name}"}
    return [
        path(address, view, name=name),
        path(f"{address}page/1/", views.first_page, first),
        path(f"{address}page/<number:number>/", view, name=f"{name}_page"),
    ]


urlpatterns = [
    *on_pages("", views.press_room, "room"),
    path("feed/", feeds.statement_feed, name="feed"),
    *on_pages("quotes/", views.quote_bank, "quotes"),
    path("quotes/<uuid:uid>/", views.quote_detail, name="quote"),
    *on_pages("corrections/", views.corrections, "corrections"),
    path("corrections/feed/", feeds.correction_feed, name="corrections_feed"),
    path("<slug:slug>/", views.statement_detail, name="detail"),
]
