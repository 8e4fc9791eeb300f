"""Addresses of work items, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.work_items import views

app_name = "work_items"
_PROJECT = "projects/<int:project_id>/"
urlpatterns = [
    path(f"{_PROJECT}work-items/", views.project, name="project"),
    path(f"{_PROJECT}work-items.csv", views.items_file, {"extension": "csv"}, name="items_csv"),
    path(f"{_PROJECT}work-items.xlsx", views.items_file, {"extension": "xlsx"}, name="items_xlsx"),
    path(f"{_PROJECT}work.csv", views.works_file, {"extension": "csv"}, name="works_csv"),
    path(f"{_PROJECT}work.xlsx", views.works_file, {"extension": "xlsx"}, name="works_xlsx"),
    path(f"{_PROJECT}work-items/<int:work_item_id>/", views.item, name="item"),
    path(f"{_PROJECT}connectors/", views.connectors, name="connectors"),
    path(f"{_PROJECT}connectors/<int:connector_id>/", views.connector, name="connector"),
    path(f"{_PROJECT}connectors/<int:connector_id>/upload/", views.upload, name="upload"),
    path(f"{_PROJECT}connectors/<int:connector_id>/keys/", views.keys, name="keys"),
    path(f"{_PROJECT}connectors/<int:connector_id>/webhook/", views.webhook, name="webhook"),
    path(f"{_PROJECT}exports/<int:item_file_id>/", views.file, name="file"),
    path(f"{_PROJECT}exports/<int:item_file_id>/cancel/", views.cancel, name="cancel"),
]
