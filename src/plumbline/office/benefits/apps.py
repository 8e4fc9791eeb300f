"""The application ``benefits``."""

from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    name = "plumbline.office.benefits"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.benefits import permissions  # noqa: F401
