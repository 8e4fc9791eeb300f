"""The application ``choosing``."""

from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    name = "plumbline.office.choosing"
    default_auto_field = "django.db.models.BigAutoField"
