"""The application ``pulse``."""

from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "plumbline.office.pulse"
    default_auto_field = "django.db.models.BigAutoField"
