"""Addresses of progress, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.progress import views

app_name = "progress"
_PROJECT = "projects/<int:project_id>/progress"
urlpatterns = [
    path("my-activities/", views.mine, name="mine"),
    path("my-activities/take-back/", views.take_back, name="take_back"),
    path(f"{_PROJECT}/", views.project, name="project"),
    path(f"{_PROJECT}.csv", views.told_file, {"extension": "csv"}, name="told_csv"),
    path(f"{_PROJECT}.xlsx", views.told_file, {"extension": "xlsx"}, name="told_xlsx"),
    path(f"{_PROJECT}/activities/", views.activities, name="activities"),
    path(f"{_PROJECT}/activities/<int:owned_activity_id>/", views.activity, name="activity"),
    path(f"{_PROJECT}/accept/", views.accept, name="accept"),
    path(f"{_PROJECT}/remind/", views.remind, name="remind"),
    path(f"{_PROJECT}/owners/", views.owners, name="owners"),
    path(f"{_PROJECT}/<int:progress_update_id>/refuse/", views.refuse, name="refuse"),
]
