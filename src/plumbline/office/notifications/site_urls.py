"""Addresses that a mail leads to and that ask for no sign-in."""

from django.urls import path

from plumbline.office.notifications import views

app_name = "mail"
urlpatterns = [path("mail/stop/<str:token>/", views.stop, name="stop")]
