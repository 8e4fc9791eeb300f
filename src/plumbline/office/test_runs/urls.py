"""Addresses of test runs, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.test_runs import trace_urls, views

app_name = "test_runs"
ALL = "projects/<int:project_id>/test-runs"
EVIDENCE = "projects/<int:project_id>/acceptance/criteria/<int:criterion_id>/evidence"
GIVEN = f"{EVIDENCE}/<int:manual_evidence_id>"
urlpatterns = [
    *trace_urls.urlpatterns,
    path(f"{EVIDENCE}/", views.evidence, name="evidence"),
    path(f"{EVIDENCE}/give/", views.give_evidence, name="give_evidence"),
    path(f"{GIVEN}/withdraw/", views.withdraw_evidence, name="withdraw_evidence"),
    path(f"{GIVEN}/file/", views.evidence_file, name="evidence_file"),
    path(f"{ALL}/", views.runs, name="list"),
    path(f"{ALL}.csv", views.runs_file, {"extension": "csv"}, name="list_csv"),
    path(f"{ALL}.xlsx", views.runs_file, {"extension": "xlsx"}, name="list_xlsx"),
    path(f"{ALL}/hand-in/", views.hand_in, name="hand_in"),
    path(f"{ALL}/flaky/", views.flaky, name="flaky"),
    path(f"{ALL}/flaky.csv", views.flaky_file, {"extension": "csv"}, name="flaky_csv"),
    path(f"{ALL}/flaky.xlsx", views.flaky_file, {"extension": "xlsx"}, name="flaky_xlsx"),
    path(f"{ALL}/map/", views.tests_map, name="map"),
    path(f"{ALL}/map.csv", views.map_file, {"extension": "csv"}, name="map_csv"),
    path(f"{ALL}/map.xlsx", views.map_file, {"extension": "xlsx"}, name="map_xlsx"),
    path(f"{ALL}/map/file/", views.take_map, name="take_map"),
    path(f"{ALL}/map/match/", views.match, name="match"),
    path(f"{ALL}/map/<int:map_rule_id>/drop/", views.drop_rule, name="drop_rule"),
    path(f"{ALL}/<int:number>/", views.run, name="run"),
    path(f"{ALL}/<int:number>/results.csv", views.results_file, {"extension": "csv"}, name="results_csv"),
    path(f"{ALL}/<int:number>/results.xlsx", views.results_file, {"extension": "xlsx"}, name="results_xlsx"),
    path(f"{ALL}/<int:number>/original/", views.original, name="original"),
]
