"""The application ``academy``."""

from django.apps import AppConfig


class AcademyConfig(AppConfig):
    name = "plumbline.office.academy"
    default_auto_field = "django.db.models.BigAutoField"
