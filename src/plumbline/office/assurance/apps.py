from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "plumbline.office.assurance"
    default_auto_field = "django.db.models.BigAutoField"
