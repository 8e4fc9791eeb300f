"""One file, one field of a row: ``text`` is what stands in its cell, ``write`` takes what was typed there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


class Field(Protocol):
    """``text`` is read back by ``write`` as what it was. ``write`` raises CannotEdit with the row and the field."""

    NAME: str
    LABEL: str

    def text(self, working: Working, activity: Activity) -> str: ...

    def write(self, working: Working, activity: Activity, text: str) -> None: ...


@cache
def fields() -> dict[str, Field]:
    """Every field that can be set, by its name."""
    found = (importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__))
    return {module.NAME: cast(Field, module) for module in found}
