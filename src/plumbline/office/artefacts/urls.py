"""Addresses of the documents of a project, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.artefacts import views

app_name = "artefacts"
ALL = "projects/<int:project_id>/artefacts"
ONE = f"{ALL}/<slug:artefact>"
urlpatterns = [
    path("artefacts/waiting/", views.waiting, name="waiting"),
    path("artefacts/approvals/<int:approval_id>/", views.decide, name="decide"),
    path(f"{ALL}/", views.artefacts, name="list"),
    path(f"{ALL}.csv", views.artefacts_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", views.artefacts_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ONE}/", views.artefact, name="artefact"),
    path(f"{ONE}/edit/", views.edit, name="edit"),
    path(f"{ONE}/upload/", views.upload, name="upload"),
    path(f"{ONE}/link/", views.link, name="link"),
    path(f"{ONE}/confirm/", views.confirm, name="confirm"),
    path(f"{ONE}/compare/", views.compare, name="compare"),
    path(f"{ONE}/versions/<int:number>/", views.version, name="version"),
    path(f"{ONE}/versions/<int:number>/ask/", views.ask, name="ask"),
    path(f"{ONE}/versions/<int:number>/download/", views.download, name="download"),
]
