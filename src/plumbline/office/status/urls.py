"""Addresses of status reports, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.status.views import desk, lines, reading, writing

app_name = "status"
ALL = "projects/<int:project_id>/reports"
ONE = f"{ALL}/<int:report_id>/"
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
]
