from django.urls import path

from composer_site.visitors.lists import on_pages
from press import feeds, views

app_name = "press"


urlpatterns = [
    *on_pages("", views.press_room, "press:room"),
    path("feed/", feeds.statement_feed, name="feed"),
    *on_pages("quotes/", views.quote_bank, "press:quotes"),
    path("quotes/<uuid:uid>/", views.quote_detail, name="quote"),
    *on_pages("corrections/", views.corrections, "press:corrections"),
    path("corrections/feed/", feeds.correction_feed, name="corrections_feed"),
    path("<slug:slug>/", views.statement_detail, name="detail"),
]
