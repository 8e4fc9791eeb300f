"""The application ``mandate``."""

from django.apps import AppConfig


class MandateConfig(AppConfig):
    name = "plumbline.office.mandate"
    default_auto_field = "django.db.models.BigAutoField"
