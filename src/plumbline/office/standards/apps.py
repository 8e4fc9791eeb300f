"""The application ``standards``."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "plumbline.office.standards"
    default_auto_field = "django.db.models.BigAutoField"
