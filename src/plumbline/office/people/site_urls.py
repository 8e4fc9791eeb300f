"""Addresses outside any organisation."""

from django.urls import path

from plumbline.office.people import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("organisations/", views.organisations, name="organisations"),
    path("account/", views.account, name="account"),
    path("welcome/<str:uid>/<str:token>/", views.first_password, name="first_password"),
]
