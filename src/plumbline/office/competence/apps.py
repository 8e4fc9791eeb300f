"""The application ``competence``."""

from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    name = "plumbline.office.competence"
    default_auto_field = "django.db.models.BigAutoField"
