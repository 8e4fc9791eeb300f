"""The application ``leading``."""

from django.apps import AppConfig


class LeadingConfig(AppConfig):
    name = "plumbline.office.leading"
    default_auto_field = "django.db.models.BigAutoField"
