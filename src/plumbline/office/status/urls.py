"""Addresses of status reports, and of where they part from the evidence, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.status.views import contests, desk, divergence, go_to_green, lines, reading, writing

app_name = "status"
ALL = "projects/<int:project_id>/reports"
ONE = f"{ALL}/<int:report_id>/"
PROJECT = "projects/<int:project_id>"
DIMENSION = f"{PROJECT}/status/<slug:dimension>"
PLAN = f"{PROJECT}/go-to-green/<int:plan_id>"
urlpatterns = [
    path("status/", desk.desk, name="desk"),
    path("status.csv", desk.desk_file, {"extension": "csv"}, name="desk_csv"),
    path("status.xlsx", desk.desk_file, {"extension": "xlsx"}, name="desk_xlsx"),
    path(f"{ALL}/", reading.reports, name="list"),
    path(f"{ALL}.csv", reading.reports_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", reading.reports_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ALL}/write/", writing.write, name="write"),
    path(f"{ALL}/preview/", writing.preview, name="preview"),
    path(f"{ALL}/discard/", writing.discard, name="discard"),
    path(f"{ALL}/remind/", desk.remind, name="remind"),
    path(f"{ALL}/lines/add/", lines.add_line, name="add_line"),
    path(f"{ALL}/lines/<int:line_id>/", lines.line, name="line"),
    path(ONE, reading.report, name="report"),
    path(f"{ONE}acknowledge/", reading.acknowledge, name="acknowledge"),
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
