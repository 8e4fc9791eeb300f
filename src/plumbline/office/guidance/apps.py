"""The application ``guidance``."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    name = "plumbline.office.guidance"
    default_auto_field = "django.db.models.BigAutoField"
