"""Addresses of somebody's inbox, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.notifications import views

app_name = "notifications"
urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/open/", views.follow, name="open"),
    path("inbox/read/", views.read, name="read"),
    path("inbox/unread/", views.unread, name="unread"),
    path("inbox/mute/", views.mute, name="mute"),
    path("inbox/unmute/", views.unmute, name="unmute"),
    path("inbox/preferences/", views.preferences, name="preferences"),
]
