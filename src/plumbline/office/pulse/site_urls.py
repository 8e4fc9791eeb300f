"""The address by which somebody answers without signing in. The log does not hold it: ``web/quiet_log.py``."""

from django.urls import path

from plumbline.office.pulse import views

app_name = "pulse_link"
urlpatterns = [path("pulse-link/<str:secret>/", views.by_link, name="answer")]
