"""Addresses of founding, under ``/o/<organisation>/``."""

from django.urls import path

from plumbline.office.founding import views

app_name = "founding"
urlpatterns = [
    path("office/founding/", views.guide, name="guide"),
    path("office/founding/<slug:founding_step>/", views.step, name="step"),
    path("office/culture/", views.culture, name="culture"),
    path("office/culture/overrule/", views.overrule, name="overrule"),
]
