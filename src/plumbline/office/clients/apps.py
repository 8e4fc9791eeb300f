"""The application ``clients``."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    name = "plumbline.office.clients"
    default_auto_field = "django.db.models.BigAutoField"
