"""The addresses of a site in demo mode."""

from django.urls import path

from plumbline.web.persona_sign_in import persona_sign_in
from plumbline.web.urls import urlpatterns as of_every_site

urlpatterns = [path("demo/", persona_sign_in, name="persona_sign_in"), *of_every_site]
