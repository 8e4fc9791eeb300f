"""The address by which an anonymous sender comes back. The log does not hold it: ``web/quiet_log.py``."""

from django.urls import path

from plumbline.office.signals import views

app_name = "signal_link"
urlpatterns = [path("signal-link/<str:secret>/", views.by_link, name="signal")]
