"""The application ``stakeholders``."""

from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    name = "plumbline.office.stakeholders"
    default_auto_field = "django.db.models.BigAutoField"
