"""The application ``intake``."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "plumbline.office.intake"
    default_auto_field = "django.db.models.BigAutoField"
