"""Addresses of findings and assessments, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.assurance import ready_views, views

app_name = "assurance"
_DELIVERABLE = "projects/<int:project_id>/acceptance/deliverables/<int:deliverable_id>"
urlpatterns = [
    path("projects/<int:project_id>/findings/", views.findings, name="findings"),
    path("projects/<int:project_id>/assessments/", views.history, name="history"),
    path("projects/<int:project_id>/assessments/<int:assessment_id>/", views.assessment, name="assessment"),
    path(
        "projects/<int:project_id>/assessments/<int:assessment_id>/<slug:rule>.csv", views.offenders, name="offenders"
    ),
    path(f"{_DELIVERABLE}/ready/", ready_views.definitions, name="definitions"),
    path(f"{_DELIVERABLE}/ready/answer/", ready_views.answer, name="answer_point"),
    path("standards/migration/", views.migration, name="migration"),
    path("standards/drafts/<int:draft_id>/impact/", views.impact, name="impact"),
]
