"""Addresses of what people can do, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.competence import views

app_name = "competence"
urlpatterns = [
    path("people/competence/", views.own, name="own"),
    path("people/competence/all/", views.through, name="through"),
    path("people/competence/ask/", views.ask, name="ask"),
    path("people/competence/framework/", views.framework, name="framework"),
    path("people/competence/asked/", views.required, name="required"),
    path("people/competence/leaders/", views.leaders, name="leaders"),
    re_path(r"^people/competence/leaders\.(?P<extension>csv|xlsx)$", views.leaders_file, name="leaders_file"),
    path("people/competence/office/", views.office, name="office"),
    re_path(r"^people/competence\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("people/competence/<int:person_id>/", views.person, name="person"),
    path("people/competence/<int:person_id>/all/", views.through_of, name="through_of"),
]
