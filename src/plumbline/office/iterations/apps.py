"""The application ``iterations``."""

from django.apps import AppConfig


class IterationsConfig(AppConfig):
    name = "plumbline.office.iterations"
    default_auto_field = "django.db.models.BigAutoField"
