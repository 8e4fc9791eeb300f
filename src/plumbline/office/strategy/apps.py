"""The application ``strategy``."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "plumbline.office.strategy"
    default_auto_field = "django.db.models.BigAutoField"
