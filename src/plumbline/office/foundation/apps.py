"""The application ``foundation``."""

from django.apps import AppConfig
from django.db.models import IntegerField

from plumbline.office.foundation.whole_numbers import AmongKept


class FoundationConfig(AppConfig):
    name = "plumbline.office.foundation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        IntegerField.register_lookup(AmongKept)
