"""Addresses of imports and trends, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.portfolio_imports.views import importing, trends

app_name = "portfolio_imports"
ONE = "portfolio/imports/<int:portfolio_import_id>"
urlpatterns = [
    path("portfolio/imports/", importing.imports, name="list"),
    path(f"{ONE}/", importing.one_import, name="import"),
    path(f"{ONE}/map/", importing.map_columns, name="map"),
    path(f"{ONE}/confirm/", importing.confirm, name="confirm"),
    path(f"{ONE}/cancel/", importing.cancel, name="cancel"),
    path(f"{ONE}/original/", importing.original, name="original"),
    path(f"{ONE}/report.<str:extension>", importing.report, name="report"),
    path("portfolio/imports/maps/<int:column_map_id>/remove/", importing.remove, name="remove_map"),
    path("portfolio/trends/", trends.trends, name="trends"),
    path("portfolio/trends.<str:extension>", trends.trends_table, name="trends_table"),
    path("projects/<int:project_id>/trends/", trends.project_trends, name="project_trends"),
    path("projects/<int:project_id>/trends.<str:extension>", trends.project_table, name="project_table"),
]
