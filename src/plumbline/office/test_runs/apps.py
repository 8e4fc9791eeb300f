"""The application ``test_runs``."""

from django.apps import AppConfig


class TestRunsConfig(AppConfig):
    name = "plumbline.office.test_runs"
    default_auto_field = "django.db.models.BigAutoField"
