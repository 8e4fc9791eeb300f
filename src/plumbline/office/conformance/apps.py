"""The application ``conformance``."""

from django.apps import AppConfig


class ConformanceConfig(AppConfig):
    name = "plumbline.office.conformance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.conformance import permissions  # noqa: F401
