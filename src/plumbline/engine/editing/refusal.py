"""Why an edit was not made."""

from __future__ import annotations

from plumbline.engine.schedule import Uid


class CannotEdit(ValueError):
    """An edit that cannot be made; the plan stays as it was. ``row`` and ``field`` name the place, if any."""

    def __init__(self, message: str, *, row: Uid | None = None, field: str = "") -> None:
        super().__init__(message)
        self.row, self.field = row, field
