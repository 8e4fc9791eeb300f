"""The application ``archive``."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "plumbline.office.archive"
    default_auto_field = "django.db.models.BigAutoField"
