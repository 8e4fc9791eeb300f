"""The application ``artefacts``."""

from django.apps import AppConfig


class ArtefactsConfig(AppConfig):
    name = "plumbline.office.artefacts"
    default_auto_field = "django.db.models.BigAutoField"
