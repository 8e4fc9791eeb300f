"""Addresses of iterations, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.iterations import views

app_name = "iterations"
ALL = "projects/<int:project_id>/iterations"
ONE = f"{ALL}/<int:number>"
urlpatterns = [
    path(f"{ALL}/", views.of_project, name="list"),
    path(f"{ALL}.csv", views.project_file, {"extension": "csv"}, name="csv"),
    path(f"{ALL}.xlsx", views.project_file, {"extension": "xlsx"}, name="xlsx"),
    path(f"{ONE}/edit/", views.correct, name="correct"),
    path(f"{ONE}/remove/", views.remove, name="remove"),
]
