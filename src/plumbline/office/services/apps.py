"""The application ``services``."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "plumbline.office.services"
    default_auto_field = "django.db.models.BigAutoField"
