"""Addresses of services, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.services import views

app_name = "services"
urlpatterns = [
    path("office/services/", views.catalogue, name="catalogue"),
    re_path(r"^office/services/catalogue\.(?P<extension>csv|xlsx)$", views.catalogue_file, name="catalogue_file"),
    path("office/services/booklet/", views.booklet, name="booklet"),
    path("office/services/add/", views.add, name="add"),
    path("office/services/take/", views.take, name="take"),
    path("office/services/<int:service_id>/", views.service, name="service"),
    path("office/services/<int:service_id>/edit/", views.edit, name="edit"),
    path("office/services/<int:service_id>/archive/", views.archive, name="archive"),
    path("office/services/<int:service_id>/restore/", views.restore, name="restore"),
    path("office/services/<int:service_id>/questions/", views.add_question, name="add_question"),
    path("office/services/<int:service_id>/questions/remove/", views.remove_question, name="remove_question"),
    path("office/services/<int:service_id>/ask/", views.ask, name="ask"),
    path("office/requests/", views.queue, name="queue"),
    re_path(r"^office/requests/requests\.(?P<extension>csv|xlsx)$", views.queue_file, name="queue_file"),
    path("office/requests/mine/", views.mine, name="mine"),
    path("office/requests/<int:number>/", views.request, name="request"),
    path("office/requests/<int:number>/<slug:deed>/", views.do, name="do"),
    path("office/effort/", views.effort, name="effort"),
    path("office/effort/<int:effort_id>/correct/", views.correct, name="correct"),
    path("office/value/", views.value, name="value"),
    re_path(r"^office/value/services\.(?P<extension>csv|xlsx)$", views.value_file, name="value_file"),
    path("office/value/rate/", views.rate, name="rate"),
]
