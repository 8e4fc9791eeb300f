"""Addresses of the pulse, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.pulse import views

app_name = "pulse"
urlpatterns = [
    path("pulse/", views.overview, name="overview"),
    path("pulse.csv", views.export, name="export"),
    path("pulse/set-up/", views.set_up, name="set_up"),
    path("pulse/<int:team_round_id>/", views.answer, name="answer"),
    path("pulse/link/", views.link, name="link"),
]
