"""Addresses of objectives, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.strategy import views

app_name = "strategy"
urlpatterns = [
    path("strategy/", views.objectives, name="objectives"),
    re_path(r"^strategy/objectives\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("strategy/add/", views.add, name="add"),
    path("strategy/<int:objective_id>/", views.objective, name="objective"),
    path("strategy/<int:objective_id>/edit/", views.edit, name="edit"),
    path("strategy/<int:objective_id>/archive/", views.archive, name="archive"),
    path("strategy/<int:objective_id>/restore/", views.restore, name="restore"),
    path("strategy/<int:objective_id>/measure/", views.measure, name="measure"),
    path("strategy/<int:objective_id>/align/", views.align, name="align"),
    path("strategy/alignments/<int:alignment_id>/remove/", views.unalign, name="unalign"),
    path("projects/<int:project_id>/objectives/", views.of_project, name="project"),
    path("projects/<int:project_id>/objectives/align/", views.align_project, name="align_project"),
]
