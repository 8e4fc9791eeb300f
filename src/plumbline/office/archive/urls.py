"""Addresses of archives and of deletion, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.archive import views

app_name = "archive"
urlpatterns = [
    path("settings/archive/", views.overview, name="overview"),
    path("settings/archive/make/", views.make, name="make"),
    path("settings/archive/<int:archive_id>/", views.download, name="download"),
    path("settings/delete/", views.delete, name="delete"),
    path("settings/delete/confirm/", views.confirm, name="confirm"),
    path("settings/delete/withdraw/", views.withdraw, name="withdraw"),
]
