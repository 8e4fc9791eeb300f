"""The address at which anybody may ask whether a certificate holds."""

from django.urls import path

from plumbline.office.academy import views

app_name = "certificates"
urlpatterns = [path("certificates/<slug:slug>/<slug:code>/", views.verify, name="verify")]
