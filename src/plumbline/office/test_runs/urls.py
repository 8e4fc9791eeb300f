"""Addresses of test runs, under ``/o/<organisation>/``."""

from plumbline.office.test_runs import trace_urls

app_name = "test_runs"
urlpatterns = [*trace_urls.urlpatterns]
