"""The application ``events``."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "plumbline.office.events"
    default_auto_field = "django.db.models.BigAutoField"
