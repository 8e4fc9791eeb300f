"""Addresses of portfolios, programmes and projects, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.engine.writers import writers
from plumbline.office.projects import views

app_name = "projects"
urlpatterns = [
    path("projects/", views.projects, name="list"),
    path("projects/add/", views.add, name="add"),
    path("projects/<int:project_id>/edit/", views.edit, name="edit"),
    path("projects/<int:project_id>/archive/", views.archive_project, name="archive"),
    path("projects/<int:project_id>/restore/", views.restore_project, name="restore"),
    path("projects/<int:project_id>/tokens/", views.tokens, name="tokens"),
    path("projects/<int:project_id>/tokens.csv", views.tokens_file, {"extension": "csv"}, name="tokens_csv"),
    path("projects/<int:project_id>/tokens.xlsx", views.tokens_file, {"extension": "xlsx"}, name="tokens_xlsx"),
    path("projects/<int:project_id>/tokens/<int:token_id>/revoke/", views.revoke_token, name="revoke_token"),
    path("projects/<int:project_id>/baseline/", views.baseline, name="baseline"),
    path("projects/<int:project_id>/plan/", views.plan, name="plan"),
    path("projects/<int:project_id>/plan.csv", views.plan_file, {"extension": "csv"}, name="plan_csv"),
    path("projects/<int:project_id>/plan.xlsx", views.plan_file, {"extension": "xlsx"}, name="plan_xlsx"),
    path("projects/<int:project_id>/gantt/", views.gantt, name="gantt"),
    path("projects/<int:project_id>/plans/", views.versions, name="versions"),
    path("projects/<int:project_id>/plans/<int:number>/formats/", views.formats, name="formats"),
    *(
        path(
            f"projects/<int:project_id>/plans/<int:number>/plan{each.EXTENSIONS[0]}",
            views.download,
            {"format": name},
            name=f"download_{name}",
        )
        for name, each in writers().items()
    ),
    path("projects/<int:project_id>/plans/compare/", views.compare, name="compare"),
    path("projects/<int:project_id>/plans/compare/finish/", views.what_moved, name="what_moved"),
    path(
        "projects/<int:project_id>/plans/compare/finish.csv",
        views.what_moved_file,
        {"extension": "csv"},
        name="moved_csv",
    ),
    path(
        "projects/<int:project_id>/plans/compare/finish.xlsx",
        views.what_moved_file,
        {"extension": "xlsx"},
        name="moved_xlsx",
    ),
    path("projects/<int:project_id>/plans/compare.csv", views.compare_file, {"extension": "csv"}, name="changes_csv"),
    path(
        "projects/<int:project_id>/plans/compare.xlsx", views.compare_file, {"extension": "xlsx"}, name="changes_xlsx"
    ),
    path("portfolios/", views.tree, name="tree"),
    path("portfolios/<int:portfolio_id>/archive/", views.archive_portfolio, name="archive_portfolio"),
    path("portfolios/<int:portfolio_id>/restore/", views.restore_portfolio, name="restore_portfolio"),
    path("programmes/<int:programme_id>/archive/", views.archive_programme, name="archive_programme"),
    path("programmes/<int:programme_id>/restore/", views.restore_programme, name="restore_programme"),
    path("portfolios/add/", views.add_portfolio, name="add_portfolio"),
    path("portfolios/<int:portfolio_id>/edit/", views.edit_portfolio, name="edit_portfolio"),
    path("portfolios/<int:portfolio_id>/programmes/add/", views.add_programme, name="add_programme"),
    path("programmes/<int:programme_id>/edit/", views.edit_programme, name="edit_programme"),
]
