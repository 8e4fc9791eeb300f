"""The application ``planning``."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "plumbline.office.planning"
    default_auto_field = "django.db.models.BigAutoField"
