"""The application ``people``."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "plumbline.office.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.people import permissions  # noqa: F401
