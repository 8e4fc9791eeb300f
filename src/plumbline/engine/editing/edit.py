"""The one call that changes a plan. Each module in ``edits`` with a ``NAME`` is one kind of edit."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol, cast

from plumbline.engine.editing import edits as folder
from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.dates_known import keep_dates
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.schedule import InvalidSchedule, Schedule


class Edit(Protocol):
    """What a module of ``edits`` offers."""

    NAME: str

    def apply(self, schedule: Schedule, arguments: Arguments) -> Edited: ...


def apply(schedule: Schedule, name: str, arguments: Mapping[str, Any]) -> Edited:
    """``schedule`` after the edit called ``name``. ``arguments`` are plain data, as a form or JSON brings them.

    The same plan and edit always give the same plan. Raises ``CannotEdit`` with the row and field at fault.
    """
    edit = edits().get(name)
    if edit is None:
        raise CannotEdit(f"There is no edit '{name[:40]}'.")
    try:
        edited = edit.apply(schedule, Arguments(schedule, arguments))
    except InvalidSchedule as error:
        raise CannotEdit(f"The plan would contradict itself: {error}.") from error
    keep_dates(schedule, edited.schedule)
    return edited


@cache
def edits() -> dict[str, Edit]:
    """Every kind of edit, by its name."""
    found = (
        importlib.import_module(f"{folder.__name__}.{each.name}") for each in pkgutil.iter_modules(folder.__path__)
    )
    return {module.NAME: cast(Edit, module) for module in found if hasattr(module, "NAME")}


__all__ = ["Edit", "Edited", "apply", "edits"]
