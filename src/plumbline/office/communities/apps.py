"""The application ``communities``."""

from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    name = "plumbline.office.communities"
    default_auto_field = "django.db.models.BigAutoField"
