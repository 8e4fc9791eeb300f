"""Addresses of clients and agreements, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.clients import views

app_name = "clients"
urlpatterns = [
    path("office/clients/", views.desk, name="desk"),
    re_path(r"^office/clients/desk\.(?P<extension>csv|xlsx)$", views.export, name="export"),
    path("office/clients/offer/", views.offer, name="offer"),
    path("office/clients/code/", views.code, name="code"),
    path("office/clients/<int:agreement_id>/", views.agreement, name="agreement"),
    path("office/clients/<int:agreement_id>/accept/", views.accept, name="accept"),
    path("office/clients/<int:agreement_id>/decline/", views.decline, name="decline"),
    path("office/clients/<int:agreement_id>/narrow/", views.narrow, name="narrow"),
    path("office/clients/<int:agreement_id>/end/", views.end, name="end"),
    path("office/clients/<int:agreement_id>/standard/", views.offer_standard, name="offer_standard"),
    path("office/clients/<int:agreement_id>/standard/<int:offer_id>/take/", views.take_standard, name="take_standard"),
    path("office/clients/<int:agreement_id>/report/", views.report, name="report"),
    re_path(
        r"^office/clients/(?P<agreement_id>\d+)/report\.(?P<extension>csv|xlsx)$",
        views.export_report,
        name="export_report",
    ),
]
