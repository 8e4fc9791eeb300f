"""Every address of the site. An application's ``urls`` lie under its organisation, its ``site_urls`` at the root."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.utils.module_loading import module_has_submodule

from plumbline.web import sign_in_urls
from plumbline.web.display import choose
from plumbline.web.set_up import set_up


def office_urls(module: str, prefix: str) -> list[URLResolver]:
    """Found by looking: a new application's addresses need no line here."""
    owners = [each for each in apps.get_app_configs() if each.name in settings.OFFICE_APPS and each.module]
    found = [each.name for each in owners if each.module and module_has_submodule(each.module, module)]
    return [path(prefix, include(import_module(f"{name}.{module}"))) for name in found]


def demo_urls() -> list[URLPattern]:
    """Where the data is real, the page that asks for no password does not exist."""
    if not settings.DEMO:
        return []
    from plumbline.web.persona_sign_in import persona_sign_in

    return [path("demo/", persona_sign_in, name="persona_sign_in")]


urlpatterns: list[URLPattern | URLResolver] = [
    path("set-up/", set_up, name="set_up"),
    path("display/", choose, name="display"),
    path("accounts/", include(sign_in_urls)),
    *demo_urls(),
    *office_urls("site_urls", ""),
    *office_urls("urls", "o/<slug:organisation>/"),
]
