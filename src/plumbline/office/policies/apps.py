"""The application ``policies``."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "plumbline.office.policies"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.policies import permissions  # noqa: F401
