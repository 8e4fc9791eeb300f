"""The application ``capacity``."""

from django.apps import AppConfig


class CapacityConfig(AppConfig):
    name = "plumbline.office.capacity"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.capacity import permissions  # noqa: F401
