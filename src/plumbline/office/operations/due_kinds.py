"""Where the kinds of due things are found.

A kind is a module ``due/<name>.py`` with ``TITLE``, ``EMPTY`` (a sentence for when nothing is), ``ORDER`` (small is
first) and ``found(organisation, day, most)``, which needs a fixed number of queries. It is found by walking the folder.
One that knows who has what in hand says ``PERSONAL = True``, and its ``found`` takes ``person`` as well.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

from plumbline.office.operations import due
from plumbline.office.operations.due_row import Found
from plumbline.office.people.models import Organisation


class DueKind(Protocol):
    """``__name__`` ends in the name of the kind."""

    __name__: str
    TITLE: str
    EMPTY: str
    ORDER: int
    found: Any


@cache
def due_kinds() -> tuple[DueKind, ...]:
    """In their order."""
    modules: Any = [import_module(f"{due.__name__}.{each.name}") for each in iter_modules(due.__path__)]
    return tuple(sorted(modules, key=lambda each: (each.ORDER, each.__name__)))


def name_of(kind: DueKind) -> str:
    return kind.__name__.rpartition(".")[2]


def is_personal(kind: DueKind) -> bool:
    return bool(getattr(kind, "PERSONAL", False))


def found_of(kind: DueKind, organisation: Organisation, day: date, most: int, person: object = None) -> Found:
    """All that is due of the kind; only what ``person`` has in hand where one is named."""
    if person is None:
        return kind.found(organisation, day, most)
    return kind.found(organisation, day, most, person=person)
