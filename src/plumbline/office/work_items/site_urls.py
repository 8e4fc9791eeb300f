"""Addresses that programs call; a token or a secret says for which project."""

from django.urls import path

from plumbline.office.work_items import views

urlpatterns = [
    path("api/work-items/", views.call, name="work_items_call"),
    path("hooks/work-items/<uuid:hook>/", views.hook, name="work_items_hook"),
]
