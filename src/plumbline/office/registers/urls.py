"""Addresses of registers, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.registers import views

app_name = "registers"
urlpatterns = [
    path("projects/<int:project_id>/registers/", views.project_registers, name="project"),
    path("projects/<int:project_id>/registers/<slug:kind>.<slug:extension>", views.list_file, name="file"),
    path("projects/<int:project_id>/registers/<slug:kind>/", views.register_list, name="list"),
    path("projects/<int:project_id>/registers/<slug:kind>/add/", views.add, name="add"),
    path("projects/<int:project_id>/registers/<slug:kind>/change/", views.change_many, name="change"),
    path("projects/<int:project_id>/registers/<slug:kind>/import/", views.upload, name="import"),
    path("projects/<int:project_id>/registers/imports/<int:table_id>/", views.imported, name="imported"),
    path("projects/<int:project_id>/entries/<int:entry_id>/", views.one, name="entry"),
    path("projects/<int:project_id>/entries/<int:entry_id>/edit/", views.edit, name="edit"),
    path("projects/<int:project_id>/entries/<int:entry_id>/<slug:deed>/", views.do, name="do"),
    path("registers/<slug:kind>/", views.everywhere, name="all"),
    path("registers/<slug:kind>.<slug:extension>", views.everywhere_file, name="all_file"),
    path("lessons-learned/", views.lessons, name="lessons"),
    path("lessons-learned/<int:entry_id>/use/", views.use_lesson, name="use"),
]
