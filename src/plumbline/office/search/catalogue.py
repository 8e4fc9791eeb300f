"""Everything that can be found and done by name, found by walking the folders: nothing is registered anywhere."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.db.models import QuerySet

from plumbline.office.search import subjects as folder
from plumbline.office.search.told import Told


@dataclass(frozen=True, slots=True)
class Subject:
    """One file of ``subjects``.

    ``rows`` are those that may be found at all, ``tell`` says what can be found of one. ``follows`` names by kind of
    thing in the audit trail the way from a row to it: when an audit line is about such a thing, the row is told again.
    """

    name: str
    title: str
    icon: str
    order: int
    rows: Callable[[], QuerySet[Any]]
    tell: Callable[[Any], Iterable[Told]]
    follows: Mapping[str, str]


@cache
def subjects() -> dict[str, Subject]:
    """By name, in the order in which results are shown."""
    found = []
    for each in pkgutil.iter_modules(folder.__path__):
        module = import_module(f"{folder.__name__}.{each.name}")
        found.append(
            Subject(each.name, module.TITLE, module.ICON, module.ORDER, module.rows, module.tell, module.FOLLOWS)
        )
    return {each.name: each for each in sorted(found, key=lambda each: each.order)}
