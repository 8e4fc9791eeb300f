"""The application ``registers``."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "plumbline.office.registers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.registers import permissions  # noqa: F401
