"""The application ``notifications``."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "plumbline.office.notifications"
    default_auto_field = "django.db.models.BigAutoField"
