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
    path("office/clients/<int:agreement_id>/report.pdf", views.report_pdf, name="report_pdf"),
    re_path(
        r"^office/clients/(?P<agreement_id>[0-9]{1,18})/report\.(?P<extension>csv|xlsx)$",
        views.report_file,
        name="report_file",
    ),
    path("office/service-report/", views.own_report, name="own_report"),
    path("office/service-report.pdf", views.own_report_pdf, name="own_report_pdf"),
    re_path(r"^office/service-report\.(?P<extension>csv|xlsx)$", views.own_report_file, name="own_report_file"),
]
