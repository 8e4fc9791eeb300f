from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "plumbline.office.people"
    default_auto_field = "django.db.models.BigAutoField"
