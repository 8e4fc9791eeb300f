"""Addresses of what people can do, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.competence import views

app_name = "competence"
urlpatterns = [
    path("people/competence/", views.own, name="own"),
    path("people/competence/office/", views.office, name="office"),
    re_path(r"^people/competence\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("people/competence/<int:person_id>/", views.person, name="person"),
]
