from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "plumbline.office.projects"
    default_auto_field = "django.db.models.BigAutoField"
