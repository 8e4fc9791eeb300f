from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "plumbline.office.portfolio"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plumbline.office.portfolio import permissions  # noqa: F401
