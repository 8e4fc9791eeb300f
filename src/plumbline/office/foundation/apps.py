"""The application ``foundation``."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "plumbline.office.foundation"
    default_auto_field = "django.db.models.BigAutoField"
