"""Addresses of standards, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.standards import views

app_name = "standards"
urlpatterns = [
    path("standards/", views.standards, name="list"),
    path("standards/drafts/begin/", views.begin, name="begin"),
    path("standards/drafts/<int:draft_id>/", views.draft, name="draft"),
    path("standards/drafts/<int:draft_id>/page/", views.page, name="page"),
    path("standards/drafts/<int:draft_id>/page/remove/", views.remove, name="remove_page"),
    path("standards/drafts/<int:draft_id>/submit/", views.submit, name="submit"),
    path("standards/drafts/<int:draft_id>/remark/", views.remark, name="remark"),
    path("standards/drafts/<int:draft_id>/publish/", views.publish, name="publish"),
    path("standards/drafts/<int:draft_id>/withdraw/", views.withdraw, name="withdraw"),
    path("standards/drafts/<int:draft_id>/read-again/", views.read_again, name="read_again"),
    path("standards/drafts/<int:draft_id>/folder.zip", views.draft_folder, name="draft_folder"),
    path("standards/<int:version_id>/", views.version, name="version"),
    path("standards/<int:version_id>/folder.zip", views.download, name="download"),
    path("standards/<int:version_id>/life-cycle/", views.life_cycle, name="life_cycle"),
    path("standards/<int:version_id>/artefacts/", views.artefacts, name="artefacts"),
    path("standards/<int:version_id>/artefacts/<slug:artefact>/", views.artefact, name="artefact"),
    path("standards/<int:version_id>/artefacts/<slug:artefact>.md", views.template, name="template"),
    path("standards/<int:version_id>/roles/", views.roles, name="roles"),
    path("standards/<int:version_id>/rules/", views.rules, name="rules"),
    path("standards/<int:version_id>/rules/<slug:rule>/", views.rule, name="rule"),
    path("standards/<int:version_id>/health/", views.health, name="health"),
    path("standards/<int:version_id>/tailoring/", views.tailoring, name="tailoring"),
    path("standards/<int:version_id>/intake/", views.intake, name="intake"),
]
