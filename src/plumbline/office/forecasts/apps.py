"""The application ``forecasts``."""

from django.apps import AppConfig


class ForecastsConfig(AppConfig):
    name = "plumbline.office.forecasts"
    default_auto_field = "django.db.models.BigAutoField"
