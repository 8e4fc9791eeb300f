"""The application ``earned_value``."""

from django.apps import AppConfig


class EarnedValueConfig(AppConfig):
    name = "plumbline.office.earned_value"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.earned_value import permissions  # noqa: F401
