"""Plumbline's own plan document: a whole plan as JSON. Its schema is docs/json/plan.schema.json."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

from plumbline.engine.readers.limits import (
    MAX_CALENDAR_DAYS_TOGETHER,
    MAX_DAYS_OF_EXCEPTIONS,
    MAX_FIELDS,
    check_count,
)
from plumbline.engine.readers.plan_document.check import Checks, Misfit
from plumbline.engine.readers.plan_document.schema import FORMAT, plan_schema
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.schedule.document import SCHEMA_VERSION, UnreadableDocument, load

__all__ = ["EXTENSIONS", "FORMAT", "read", "recognises"]

EXTENSIONS = (".plan.json",)

_REMEDY = "Write the document anew from the plan it was made of, or correct it here."
_LOOKED_AT = 1_000


def recognises(data: bytes, filename: str) -> bool:
    beginning = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \r\n\t")
    return beginning.startswith(b"{") and (filename.lower().endswith(EXTENSIONS) or f'"{FORMAT}"'.encode() in beginning)


def read(data: bytes) -> PlanFile:
    """The plan of the document, exactly. Raises UnreadableSchedule naming the field that is not as its schema says."""
    check_count("values", sum(map(data.count, (b",", b"[", b"{"))), MAX_FIELDS)
    document = _parsed(data)
    _check_version(document)
    try:
        _checks().whole(document)
    except Misfit as misfit:
        raise _refusal(str(misfit), ", ".join(misfit.place)) from misfit
    _check_days(document["schedule"]["calendars"])
    try:
        return PlanFile(FORMAT, (load(document),))
    except UnreadableDocument as error:
        raise _refusal(str(error)) from error


@cache
def _checks() -> Checks:
    return Checks(plan_schema())


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refusal("the JSON breaks off or is damaged here", place) from error
    except RecursionError as error:
        raise _refusal("the JSON has lists within lists without end") from error
    except ValueError as error:
        raise _refusal(f"this is no JSON in UTF-8 ({error})") from error


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _check_version(document: Any) -> None:
    """Before all else: what another version means cannot be known."""
    version = document.get("schema_version") if isinstance(document, dict) else None
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise _refusal(
            f"the document has version '{str(version)[:40]}'; {SCHEMA_VERSION} can be read", "schema_version"
        )


def _check_days(calendars: list[dict[str, Any]]) -> None:
    exceptions = [one for each in calendars for one in each.get("exceptions", ())]
    check_count("calendar exceptions", len(exceptions), MAX_CALENDAR_DAYS_TOGETHER)
    days = sum(max(0, _day(each["last"]) - _day(each["first"])) + 1 for each in exceptions)
    check_count("days of calendar exceptions", days, MAX_DAYS_OF_EXCEPTIONS)


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _refusal(message: str, place: str = "") -> UnreadableSchedule:
    return UnreadableSchedule(Problem(f"{message[0].upper()}{message[1:]}. {_REMEDY}", place))
