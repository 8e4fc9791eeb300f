"""Addresses of uploads, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.imports import views

app_name = "imports"
urlpatterns = [
    path("projects/<int:project_id>/upload/", views.upload, name="new"),
    path("projects/<int:project_id>/plans/<int:number>/original/", views.original, name="original"),
    path("uploads/<int:upload_id>/", views.progress, name="upload"),
    path("uploads/<int:upload_id>/confirm/", views.confirm_upload, name="confirm"),
    path("uploads/<int:upload_id>/discard/", views.discard_upload, name="discard"),
]
