"""The application ``search``."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "plumbline.office.search"
    default_auto_field = "django.db.models.BigAutoField"
