"""Addresses of signals, under ``/o/<organisation>/``."""

from django.urls import path, re_path

from plumbline.office.signals import views

app_name = "signals"
urlpatterns = [
    path("signals/", views.overview, name="overview"),
    path("signals/raise/", views.raise_one, name="raise"),
    path("signals/done/", views.done, name="done"),
    path("signals/all/", views.office, name="office"),
    re_path(r"^signals/all\.(?P<extension>csv|xlsx)$", views.office_file, name="office_file"),
    path("signals/times/", views.times, name="times"),
    re_path(r"^signals/times\.(?P<extension>csv|xlsx)$", views.times_file, name="times_file"),
    path("signals/promises/", views.promises, name="promises"),
    path("signals/<int:signal_id>/", views.signal, name="signal"),
    path("signals/<int:signal_id>/<slug:deed>/", views.do, name="do"),
]
