from django.urls import path

from press import feeds, views

app_name = "press"
urlpatterns = [
    path("", views.press_room, name="room"),
    path("feed/", feeds.statement_feed, name="feed"),
    path("page/1/", views.first_page),
    path("page/<number:number>/", views.press_room, name="room_page"),
    path("<slug:slug>/", views.statement_detail, name="detail"),
]
