"""Where the kinds of dated things are found.

A kind is a module ``rhythm/<name>.py``, or ``office_rhythm.py`` of an application above this one, with ``TITLE`` (of
many), ``ONE`` (of one), ``ORDER`` (small is first), ``PERMISSION`` (that of the page its rows lead to) and
``between(membership, first, last, most)``: the rows that touch a day between the two, for whoever looks, in a fixed
number of queries. It is found by walking; adding one edits no other file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import module_has_submodule

from plumbline.office.foundation.access import may
from plumbline.office.operations import rhythm
from plumbline.office.operations.rhythm_row import RhythmRow
from plumbline.office.people.models import Membership

ABOVE = "office_rhythm"


class RhythmKind(Protocol):
    """``__name__`` ends in the name of the kind."""

    __name__: str
    TITLE: str
    ONE: str
    ORDER: int
    PERMISSION: str

    def between(self, membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]: ...


@cache
def rhythm_kinds() -> tuple[RhythmKind, ...]:
    """In their order."""
    own = [f"{rhythm.__name__}.{each.name}" for each in iter_modules(rhythm.__path__)]
    modules: Any = [import_module(name) for name in (*own, *_of_other_apps())]
    return tuple(sorted(modules, key=lambda each: (each.ORDER, each.__name__)))


def name_of(kind: RhythmKind) -> str:
    """“audits”; for that of another application its name."""
    whole = kind.__name__.removesuffix(f".{ABOVE}")
    return whole.rpartition(".")[2]


def kinds_for(membership: Membership) -> list[RhythmKind]:
    """Those whose pages the member may open."""
    return [each for each in rhythm_kinds() if may(membership, each.PERMISSION)]


def _of_other_apps() -> list[str]:
    others = [each for each in apps.get_app_configs() if each.name in settings.OFFICE_APPS and each.module]
    return [f"{each.name}.{ABOVE}" for each in others if each.module and module_has_submodule(each.module, ABOVE)]
