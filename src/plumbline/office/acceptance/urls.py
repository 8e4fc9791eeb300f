"""Addresses of deliverables, their criteria, and their acceptance, under ``/o/<organisation>/``."""

from plumbline.office.acceptance import session_urls

app_name = "acceptance"
urlpatterns = [*session_urls.urlpatterns]
