"""The application ``mentoring``."""

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "plumbline.office.mentoring"
    default_auto_field = "django.db.models.BigAutoField"
