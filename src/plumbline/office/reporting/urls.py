"""Addresses of reports and packs, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.reporting import views

app_name = "reporting"
SCHEDULE = "packs/schedules/<int:schedule_id>/"
urlpatterns = [
    path("packs/", views.packs, name="list"),
    path("packs/new/<slug:report>/", views.new, name="new"),
    path("packs/making/<int:making_id>/", views.making, name="making"),
    path("packs/schedules/new/", views.new_schedule, name="new_schedule"),
    path(f"{SCHEDULE}pause/", views.pause, name="pause"),
    path(f"{SCHEDULE}resume/", views.resume, name="resume"),
    path(f"{SCHEDULE}remove/", views.remove, name="remove"),
    path("packs/colour/", views.colour, name="colour"),
    path("packs/<int:snapshot_id>/", views.snapshot, name="snapshot"),
    path("packs/<int:snapshot_id>/report.<slug:format>", views.download, name="download"),
    path("packs/<int:snapshot_id>/publish/", views.publish, name="publish"),
    path("packs/status/<int:report_id>/", views.status_report, name="status_report"),
    path("packs/status/<int:report_id>/report.<slug:format>", views.status_report_file, name="status_report_file"),
]
