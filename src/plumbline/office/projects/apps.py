"""The application ``projects``."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "plumbline.office.projects"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.projects import permissions  # noqa: F401
