"""Addresses of an organisation's people, under ``/o/<organisation>/``."""

from django.urls import path

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
]
