"""The application ``gates``."""

from django.apps import AppConfig


class GatesConfig(AppConfig):
    name = "plumbline.office.gates"
    default_auto_field = "django.db.models.BigAutoField"
