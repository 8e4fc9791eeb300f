"""Addresses of taking up an archive, while there is no organisation yet."""

from django.urls import path

from plumbline.office.archive import views

app_name = "restoring"
urlpatterns = [
    path("set-up/archive/", views.upload, name="upload"),
    path("set-up/archive/progress/", views.restoration, name="restoration"),
]
