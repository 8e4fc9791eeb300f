"""The application ``governance``."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "plumbline.office.governance"
    default_auto_field = "django.db.models.BigAutoField"
