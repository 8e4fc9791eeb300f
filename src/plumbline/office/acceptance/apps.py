"""The application ``acceptance``."""

from django.apps import AppConfig


class AcceptanceConfig(AppConfig):
    name = "plumbline.office.acceptance"
    default_auto_field = "django.db.models.BigAutoField"
