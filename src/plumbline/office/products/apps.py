"""The application ``products``."""

from django.apps import AppConfig


class ProductsConfig(AppConfig):
    name = "plumbline.office.products"
    default_auto_field = "django.db.models.BigAutoField"
