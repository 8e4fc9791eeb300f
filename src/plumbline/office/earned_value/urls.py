"""Addresses of earned value, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.earned_value import views

app_name = "earned_value"
PROJECT = "projects/<int:project_id>/value"
urlpatterns = [
    path("value/", views.overview, name="overview"),
    re_path(r"^value\.(?P<extension>csv|xlsx)$", views.overview_file, name="overview_file"),
    re_path(r"^value/months\.(?P<extension>csv|xlsx)$", views.months_file, name="months_file"),
    path("value/rates/", views.rates, name="rates"),
    path("value/tables/<int:table_id>/", views.uploaded, name="uploaded"),
    path("value/tables/<int:table_id>/columns/", views.columns, name="columns"),
    path(f"{PROJECT}/", views.of_project, name="project"),
    path(f"{PROJECT}.<str:extension>", views.project_file, name="project_file"),
    path(f"{PROJECT}/baseline/", views.promise, name="promise"),
    path(f"{PROJECT}/upload/", views.upload, name="upload"),
    path(f"{PROJECT}/costs/", views.costs, name="costs"),
    path(f"{PROJECT}/costs.<str:extension>", views.costs_file, name="costs_file"),
]
