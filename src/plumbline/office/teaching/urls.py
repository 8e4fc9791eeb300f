"""Addresses of live sessions, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.teaching import views

app_name = "teaching"
urlpatterns = [
    path("learning/sessions/", views.sessions, name="sessions"),
    path("learning/sessions/add/", views.add, name="add"),
    path("learning/sessions/<int:session_id>/", views.session, name="session"),
    path("learning/sessions/<int:session_id>/session.ics", views.session_file, name="ics"),
    path("learning/sessions/<int:session_id>/change/", views.change, name="change"),
    path("learning/sessions/<int:session_id>/cancel/", views.cancel, name="cancel"),
    path("learning/sessions/<int:session_id>/register/", views.register, name="register"),
    path("learning/sessions/<int:session_id>/attendance/", views.attendance, name="attendance"),
]
