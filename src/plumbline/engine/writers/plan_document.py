"""Plumbline's own plan document: a whole plan as JSON, with nothing lost. Its schema is docs/json/plan.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plumbline.engine.readers.plan_document import EXTENSIONS, FORMAT
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.schedule.document import dump
from plumbline.engine.writers.written import Loss, Written

__all__ = ["EXTENSIONS", "FORMAT", "losses", "write"]


def write(schedule: Schedule, calculation: Calculation | None = None) -> Written:
    """UTF-8, one record a line, so that two versions can be compared line by line. Nothing calculated is in it."""
    document = dump(schedule)
    head = f'{{"format": {_text(FORMAT)}, "schema_version": {document["schema_version"]}, "schedule": {{'
    body = ",\n".join(_fields(document["schedule"]))
    return Written(f"{head}\n{body}\n}}}}\n".encode())


def losses(schedule: Schedule) -> tuple[Loss, ...]:
    """Nothing is lost."""
    return ()


def _fields(schedule: dict[str, Any]) -> Iterator[str]:
    for name, value in schedule.items():
        if isinstance(value, list) and value:
            yield f"{_text(name)}: [\n" + ",\n".join(map(_text, value)) + "\n]"
        else:
            yield f"{_text(name)}: {_text(value)}"


def _text(value: Any) -> str:
    """ASCII, so that no character of a name can spoil the file; numbers that are none are refused."""
    return json.dumps(value, allow_nan=False)
