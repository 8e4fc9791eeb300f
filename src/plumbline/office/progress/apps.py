"""The application ``progress``."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "plumbline.office.progress"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.progress import permissions  # noqa: F401
