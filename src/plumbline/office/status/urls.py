"""Addresses of reports, and of where they part from the evidence, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.status.views import contests, divergence, go_to_green

app_name = "status"
PROJECT = "projects/<int:project_id>"
DIMENSION = f"{PROJECT}/status/<slug:dimension>"
PLAN = f"{PROJECT}/go-to-green/<int:plan_id>"
urlpatterns = [
    path("status/divergence/", divergence.divergence, name="divergence"),
    path("status/divergence.csv", divergence.divergence_file, {"extension": "csv"}, name="divergence_csv"),
    path("status/divergence.xlsx", divergence.divergence_file, {"extension": "xlsx"}, name="divergence_xlsx"),
    path("status/contests/", contests.contests, name="contests"),
    path("status/go-to-green/", go_to_green.plans, name="plans"),
    path(f"{DIMENSION}/", contests.dimension, name="dimension"),
    path(f"{DIMENSION}/contest/", contests.contest, name="contest"),
    path(f"{DIMENSION}/go-to-green/", go_to_green.write, name="plan_to_green"),
    path(f"{PROJECT}/contests/<int:contest_id>/end/", contests.end, name="end_contest"),
    path(f"{PLAN}/", go_to_green.plan, name="go_to_green"),
    path(f"{PLAN}/actions/", go_to_green.step, name="add_step"),
    path(f"{PLAN}/withdraw/", go_to_green.withdraw, name="withdraw_plan"),
]
