"""Addresses of stakeholders and communication plans, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.stakeholders import views

app_name = "stakeholders"
SHARED = "stakeholders/<int:stakeholder_id>"
ALL = "projects/<int:project_id>/stakeholders"
ONE = f"{ALL}/<int:stake_id>"
PLAN = f"{ALL}/communication"
LINE = f"{PLAN}/<int:communication_id>"
urlpatterns = [
    path("stakeholders/", views.shared, name="shared"),
    path("stakeholders.csv", views.shared_file, {"extension": "csv"}, name="shared_csv"),
    path("stakeholders.xlsx", views.shared_file, {"extension": "xlsx"}, name="shared_xlsx"),
    path(f"{SHARED}/", views.stakeholder, name="stakeholder"),
    path(f"{SHARED}/merge/", views.merge, name="merge"),
    path(f"{ALL}/", views.register, name="list"),
    path(f"{ALL}.csv", views.register_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", views.register_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ONE}/", views.stake, name="stake"),
    path(f"{ONE}/edit/", views.edit, name="edit"),
    path(f"{ONE}/still-so/", views.still_so, name="still_so"),
    path(f"{ONE}/remove/", views.remove, name="remove"),
    path(f"{PLAN}/", views.communication, name="communication"),
    path(f"{PLAN}.csv", views.communication_file, {"extension": "csv"}, name="communication_csv"),
    path(f"{PLAN}.xlsx", views.communication_file, {"extension": "xlsx"}, name="communication_xlsx"),
    path(f"{LINE}/", views.change_line, name="line"),
    path(f"{LINE}/hold/", views.hold, name="hold"),
    path(f"{LINE}/end/", views.end, name="end"),
]
