"""The application ``work_items``."""

from django.apps import AppConfig


class WorkItemsConfig(AppConfig):
    name = "plumbline.office.work_items"
    default_auto_field = "django.db.models.BigAutoField"
