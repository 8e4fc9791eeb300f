"""The reports there are, found by walking their folder: nothing is registered."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from plumbline.office.reporting import reports as folder
from plumbline.office.reporting.report import Report


@cache
def reports() -> dict[str, Report]:
    """By the name of their file."""
    names = sorted(each.name for each in iter_modules(folder.__path__))
    return {name: import_module(f"{folder.__name__}.{name}").REPORT for name in names}
