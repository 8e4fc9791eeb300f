"""Addresses of conformance, practice and audits, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.conformance import views

app_name = "conformance"
urlpatterns = [
    path("conformance/", views.overview, name="overview"),
    path("conformance/measure/", views.measure, name="measure"),
    path("conformance/pays/", views.pays, name="pays"),
    path("conformance/<slug:metric>/", views.metric, name="metric"),
    path("conformance/<slug:metric>.<slug:extension>", views.metric_file, name="metric_file"),
    path("projects/<int:project_id>/conformance/", views.project, name="project"),
]
