"""Addresses of conformance, practice and audits, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.conformance.views import audits, checklists, findings, measures

app_name = "conformance"
urlpatterns = [
    path("conformance/", measures.overview, name="overview"),
    path("conformance/measure/", measures.measure, name="measure"),
    path("conformance/pays/", measures.pays, name="pays"),
    path("conformance/<slug:metric>/", measures.metric, name="metric"),
    path("conformance/<slug:metric>.<slug:extension>", measures.metric_file, name="metric_file"),
    path("projects/<int:project_id>/conformance/", measures.project, name="project"),
    path("audits/", audits.audits, name="audits"),
    path("audits/new/", audits.new, name="new_audit"),
    path("audits/findings/", findings.follow_up, name="follow_up"),
    path("audits/findings.csv", findings.follow_up_file, {"extension": "csv"}, name="follow_up_csv"),
    path("audits/findings.xlsx", findings.follow_up_file, {"extension": "xlsx"}, name="follow_up_xlsx"),
    path("audits/findings/<int:finding_id>/", findings.finding, name="finding"),
    path("audits/questions/<int:question_id>/", checklists.question, name="question"),
    path("audits/questions/<int:question_id>/finding/", checklists.find, name="find"),
    path("audits/<int:audit_id>/", audits.audit, name="audit"),
    path("audits/<int:audit_id>/edit/", audits.edit, name="edit_audit"),
    path("audits/<int:audit_id>/step/", audits.step, name="step"),
    path("audits/<int:audit_id>/sample/", audits.sample, name="sample"),
    path("audits/<int:audit_id>/ask/", audits.ask, name="ask"),
    path("audits/<int:audit_id>/projects/<int:project_id>/", audits.checklist, name="checklist"),
    path("audits/<int:audit_id>/report/", audits.report, name="report"),
    path("audits/<int:audit_id>/report.json", audits.report_file, name="report_file"),
]
