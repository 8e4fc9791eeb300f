"""The application ``status``."""

from django.apps import AppConfig


class StatusConfig(AppConfig):
    name = "plumbline.office.status"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.status import permissions  # noqa: F401
