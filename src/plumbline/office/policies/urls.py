"""Addresses of policies, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.policies import views

app_name = "policies"
urlpatterns = [
    path("policies/", views.policies, name="list"),
    path("policies/to-read/", views.to_read, name="to_read"),
    path("policies/begin/", views.begin, name="begin"),
    path("policies/<int:policy_id>/", views.policy, name="policy"),
    path("policies/<int:policy_id>/read/", views.read, name="read"),
    path("policies/<int:policy_id>/facts/", views.facts, name="facts"),
    path("policies/<int:policy_id>/draft/", views.draft, name="draft"),
    path("policies/<int:policy_id>/draft/ask/", views.ask, name="ask"),
    path("policies/<int:policy_id>/draft/give-up/", views.give_up, name="give_up"),
    path("policies/<int:policy_id>/draft/decide/", views.decide, name="decide"),
    path("policies/<int:policy_id>/confirm/", views.confirm, name="confirm"),
    path("policies/<int:policy_id>/withdraw/", views.withdraw, name="withdraw"),
    path("policies/<int:policy_id>/versions/", views.versions, name="versions"),
    path("policies/<int:policy_id>/versions/<int:number>/", views.version, name="version"),
    path("policies/<int:policy_id>/versions/<int:number>/policy.md", views.download, name="download"),
    path("policies/<int:policy_id>/readers/", views.readers, name="readers"),
    path("policies/<int:policy_id>/readers.csv", views.readers_file, {"extension": "csv"}, name="readers_csv"),
    path("policies/<int:policy_id>/readers.xlsx", views.readers_file, {"extension": "xlsx"}, name="readers_xlsx"),
]
