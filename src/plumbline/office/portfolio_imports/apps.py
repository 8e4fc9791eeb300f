"""The application ``portfolio_imports``."""

from django.apps import AppConfig


class PortfolioImportsConfig(AppConfig):
    name = "plumbline.office.portfolio_imports"
    default_auto_field = "django.db.models.BigAutoField"
