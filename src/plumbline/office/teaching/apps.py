"""The application ``teaching``."""

from django.apps import AppConfig


class TeachingConfig(AppConfig):
    name = "plumbline.office.teaching"
    default_auto_field = "django.db.models.BigAutoField"
