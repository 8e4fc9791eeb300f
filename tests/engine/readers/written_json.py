"""A plan in MPXJ's JSON, written small."""

from __future__ import annotations

import json
from typing import Any

_HOURS = [{"from": "08:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}]
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")


def json_calendar(uid: int, *exceptions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Five days of eight hours; ``fields`` replace or add."""
    days: dict[str, Any] = {day: {"type": "working", "hours": _HOURS} for day in _WEEK}
    days |= {day: {"type": "non_working"} for day in ("saturday", "sunday")}
    return {"unique_id": uid, "name": f"Calendar {uid}", **days, "exceptions": [*exceptions], **fields}


def json_task(uid: int, hours: float = 16, **fields: Any) -> dict[str, Any]:
    return {
        "unique_id": uid,
        "id": uid,
        "name": f"Task {uid}",
        "active": True,
        "duration": round(hours * 3600),
        **fields,
    }


def json_link(predecessor: int, successor: int, **fields: Any) -> dict[str, Any]:
    """What goes into the ``predecessors`` of the successor."""
    return {"predecessor_task_unique_id": predecessor, "successor_task_unique_id": successor, "type": "FS", **fields}


def mpxj_json(*tasks: dict[str, Any], properties: dict[str, Any] | None = None, **lists: Any) -> bytes:
    content = {
        "property_values": {
            "start_date": "2026-06-01T08:00:00.0",
            "default_calendar_unique_id": 1,
            "minutes_per_day": 480,
            "file_application": "Microsoft",
            "project_title": "Riverside bridge",
            **(properties or {}),
        },
        "calendars": [json_calendar(1)],
        "tasks": [*tasks],
        **lists,
    }
    return json.dumps(content, separators=(",", ":")).encode()
