"""Addresses of plans that are being written, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.planning import views

app_name = "planning"
EDIT = "projects/<int:project_id>/plan/edit"
urlpatterns = [
    path(f"{EDIT}/", views.page, name="editor"),
    path(f"{EDIT}/begin/", views.begin, name="begin"),
    path(f"{EDIT}/rows.json", views.rows, name="rows"),
    path(f"{EDIT}/do/", views.do, name="do"),
    path(f"{EDIT}/undo/", views.undo, name="undo"),
    path(f"{EDIT}/redo/", views.redo, name="redo"),
    path(f"{EDIT}/findings.json", views.findings, name="findings"),
    path(f"{EDIT}/publish/", views.publish, name="publish"),
    path(f"{EDIT}/discard/", views.discard, name="discard"),
    path(f"{EDIT}/drafts/", views.drafts, name="drafts"),
    path(f"{EDIT}/drafts/<int:draft_id>/", views.draft, name="draft"),
    path(f"{EDIT}/drafts/<int:draft_id>/take-up/", views.take_up, name="take_up"),
]
