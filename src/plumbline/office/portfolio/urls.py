"""Addresses of the portfolio, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("projects/<int:project_id>/", views.project, name="project"),
    re_path(r"^portfolio\.(?P<extension>csv|xlsx)$", views.export, name="export"),
]
