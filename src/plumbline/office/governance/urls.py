"""Addresses of a project under its standard, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.governance import views

app_name = "governance"
urlpatterns = [
    path("waivers/", views.asked, name="asked"),
    path("waivers/<int:waiver_id>/", views.waiver, name="waiver"),
    path("waivers/<int:waiver_id>/end/", views.end, name="end"),
    path("projects/<int:project_id>/standard/", views.standard, name="standard"),
    path("projects/<int:project_id>/standard/move/", views.move, name="move"),
    path("projects/<int:project_id>/standard/class/", views.size_class, name="size_class"),
    path("projects/<int:project_id>/standard/tailor/<slug:freedom>/", views.tailor, name="tailor"),
    path("tailoring/<int:tailoring_id>/", views.tailoring, name="tailoring"),
    path("tailoring/<int:tailoring_id>/end/", views.end_tailoring, name="end_tailoring"),
    path("projects/<int:project_id>/roles/", views.roles, name="roles"),
    path("projects/<int:project_id>/roles/<int:appointment_id>/end/", views.end_appointment, name="end_appointment"),
    path("projects/<int:project_id>/waivers/", views.waivers, name="waivers"),
    path("projects/<int:project_id>/waivers/ask/", views.ask, name="ask"),
]
