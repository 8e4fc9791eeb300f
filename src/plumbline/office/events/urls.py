"""Addresses of events, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.events import views

app_name = "events"
ONE = "office/events/<int:event_id>/"
urlpatterns = [
    path("office/events/add/", views.add, name="add"),
    path(ONE, views.event, name="event"),
    path(f"{ONE}event.ics", views.event_file, name="ics"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}cancel/", views.cancel, name="cancel"),
    path(f"{ONE}back/", views.back, name="back"),
    path(f"{ONE}remove/", views.remove, name="remove"),
]
