"""Where probes are found.

A probe is a module ``evidence/<name>.py`` with ``TITLE`` and ``measured(organisation, day)``, which needs a fixed
number of queries. It is found by walking the folder, and attributes of the model name it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from plumbline.office.maturity import evidence
from plumbline.office.maturity.measured import Measured
from plumbline.office.people.models import Organisation


class Probe(Protocol):
    TITLE: str

    def measured(self, organisation: Organisation, day: date) -> Measured: ...


@cache
def probes() -> dict[str, Probe]:
    """By name."""
    return {each.name: import_module(f"{evidence.__name__}.{each.name}") for each in iter_modules(evidence.__path__)}
