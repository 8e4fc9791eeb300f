"""Addresses of the trace matrix, under ``/o/<organisation>/``; ``urls`` takes them in."""

from django.urls import path

from plumbline.office.test_runs import trace_views

ALL = "projects/<int:project_id>/acceptance/trace"
urlpatterns = [
    path(f"{ALL}/", trace_views.matrix, name="trace"),
    path(f"{ALL}.csv", trace_views.matrix_file, {"extension": "csv"}, name="trace_csv"),
    path(f"{ALL}.xlsx", trace_views.matrix_file, {"extension": "xlsx"}, name="trace_xlsx"),
]
