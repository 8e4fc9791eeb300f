"""Addresses of the portfolio, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.portfolio import views
from plumbline.office.portfolio.board_views import changes, decisions, heat_map, saved, timeline

app_name = "portfolio"
FILE = r"\.(?P<extension>csv|xlsx)$"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("projects/<int:project_id>/", views.project, name="project"),
    re_path(r"^portfolio\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("portfolio/board/", changes.executive, name="executive"),
    path("portfolio/board/record/", changes.record_board, name="record_board"),
    path("portfolio/heat-map/", heat_map.heat_map, name="heat_map"),
    re_path(rf"^portfolio/heat-map{FILE}", heat_map.heat_map_file, name="heat_map_file"),
    path("portfolio/timeline/", timeline.timeline, name="timeline"),
    re_path(rf"^portfolio/timeline{FILE}", timeline.timeline_file, name="timeline_file"),
    path("portfolio/decisions/", decisions.decisions, name="decisions"),
    re_path(rf"^portfolio/decisions{FILE}", decisions.decisions_file, name="decisions_file"),
    path("portfolio/roadblocks/", decisions.roadblocks, name="roadblocks"),
    re_path(rf"^portfolio/roadblocks{FILE}", decisions.roadblocks_file, name="roadblocks_file"),
    path("portfolio/changes/", changes.changes, name="changes"),
    re_path(rf"^portfolio/changes{FILE}", changes.changes_file, name="changes_file"),
    path("portfolio/views/save/", saved.save_view, name="save_view"),
    path("portfolio/views/<int:view_id>/remove/", saved.remove_view, name="remove_view"),
]
