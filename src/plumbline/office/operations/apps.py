"""The application ``operations``."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "plumbline.office.operations"
    default_auto_field = "django.db.models.BigAutoField"
