"""Addresses of an organisation's people, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.people import views

app_name = "people"
urlpatterns = [
    path("people/", views.people, name="list"),
    path("people/add/", views.add, name="add"),
    path("people/<int:membership_id>/", views.member, name="member"),
    path("people/<int:membership_id>/link/", views.link, name="link"),
    path("people/<int:membership_id>/leave/", views.leave, name="leave"),
    path("people/<int:membership_id>/return/", views.come_back, name="come_back"),
    path("units/", views.units, name="units"),
    path("units/<int:unit_id>/", views.unit, name="unit"),
    path("settings/", views.settings, name="settings"),
    path("settings/week/", views.week, name="week"),
    path("settings/holidays/", views.holidays, name="holidays"),
    path("settings/holidays/import/", views.import_days, name="import_holidays"),
    path("settings/holidays/<int:holiday_id>/remove/", views.remove_day, name="remove_holiday"),
    re_path(r"^settings/holidays\.(?P<extension>csv|xlsx)$", views.export_days, name="export_holidays"),
    path("settings/look/", views.look, name="look"),
    path("settings/look/remove/", views.remove_picture, name="remove_logo"),
    path("look/logo.png", views.logo, name="logo"),
    path("look/colour.css", views.colour, name="colour"),
]
