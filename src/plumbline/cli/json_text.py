"""The manners of every JSON output: one schema version, dates to the minute, nothing but ASCII on the wire."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from plumbline import __version__
from plumbline.engine.readers import Problem

SCHEMA_VERSION = "1.0"

Json = dict[str, Any]


def json_text(command: str, content: Json) -> str:
    """ASCII only: a control character in a name cannot reach a terminal, and no encoding can spoil it."""
    head = {"schema_version": SCHEMA_VERSION, "command": command, "engine_version": __version__}
    return json.dumps(head | content, indent=2)


def instant(moment: datetime | None) -> str | None:
    """As in '2026-03-02T08:00': local time of the plan."""
    return moment.isoformat(timespec="minutes") if moment is not None else None


def problems(found: Iterable[Problem]) -> list[Json]:
    return [{"message": each.message, "place": each.place} for each in found]
