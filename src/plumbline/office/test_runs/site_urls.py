"""The address to which programs send results."""

from django.urls import path

from plumbline.office.test_runs import api

app_name = "test_runs_api"
urlpatterns = [path("api/v1/test-runs/", api.hand_in, name="hand_in")]
