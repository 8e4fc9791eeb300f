"""Addresses of searching, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.search import views

app_name = "search"
urlpatterns = [
    path("search/", views.found, name="results"),
    path("search/palette/", views.palette, name="palette"),
    path("search/visits/", views.visits, name="visits"),
    path("search/pin/", views.pin, name="pin"),
    path("search/unpin/", views.unpin, name="unpin"),
]
