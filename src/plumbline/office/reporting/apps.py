"""The application ``reporting``."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "plumbline.office.reporting"
    default_auto_field = "django.db.models.BigAutoField"
