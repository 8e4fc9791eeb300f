"""`{% load components %}`: finds every component by walking the folder, so nothing is registered by hand."""

from importlib import import_module
from pkgutil import iter_modules

from plumbline.web import components
from plumbline.web.components.library import register

for module in iter_modules(components.__path__):
    import_module(f"{components.__name__}.{module.name}")

__all__ = ["register"]
