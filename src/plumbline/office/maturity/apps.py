"""The application ``maturity``."""

from django.apps import AppConfig


class MaturityConfig(AppConfig):
    name = "plumbline.office.maturity"
    default_auto_field = "django.db.models.BigAutoField"
