"""The application ``signals``."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "plumbline.office.signals"
    default_auto_field = "django.db.models.BigAutoField"
