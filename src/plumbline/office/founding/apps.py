"""The application ``founding``."""

from django.apps import AppConfig


class FoundingConfig(AppConfig):
    name = "plumbline.office.founding"
    default_auto_field = "django.db.models.BigAutoField"
