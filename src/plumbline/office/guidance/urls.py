"""Addresses of guidance, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.guidance import views

app_name = "guidance"
urlpatterns = [
    path("guidance/<slug:place>/", views.here, name="here"),
    path("projects/<int:project_id>/guidance/<slug:place>/", views.in_project, name="in_project"),
]
