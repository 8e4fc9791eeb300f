"""Addresses of standards, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.standards import views

app_name = "standards"
urlpatterns = [
    path("standards/", views.standards, name="list"),
    path("standards/<int:version_id>/", views.version, name="version"),
    path("standards/<int:version_id>/folder.zip", views.download, name="download"),
    path("standards/<int:version_id>/rules/<slug:rule>/", views.rule, name="rule"),
]
