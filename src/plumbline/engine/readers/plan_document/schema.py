"""The JSON Schema of the plan document, made from the records of a schedule: what it says is what is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from plumbline.engine.readers.limits import (
    MAX_ACTIVITIES,
    MAX_ASSIGNMENTS,
    MAX_CALENDAR_DAYS,
    MAX_CALENDARS,
    MAX_LINKS,
    MAX_MINUTES,
    MAX_RESOURCES,
    MAX_TEXT,
)
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.document import SCHEMA_VERSION

FORMAT = "Plumbline plan"
LOCAL_INSTANT, DAY = "local-date-time", "date"

Json = dict[str, Any]

_PLAIN: dict[type, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": -(10**15), "maximum": 10**15},
    float: {"type": "number", "minimum": -1e15, "maximum": 1e15},
    str: {"type": "string", "maxLength": MAX_TEXT},
    datetime: {
        "type": "string",
        "format": LOCAL_INSTANT,
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$",
        "description": "An instant in the plan's own local time, to the minute.",
    },
    date: {"type": "string", "format": DAY, "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}
_MINUTES = {"minimum": 0, "maximum": MAX_MINUTES}
_NARROWER: Mapping[str, Json] = {
    "duration": _MINUTES,
    "remaining": _MINUTES,
    "work": {"minimum": -MAX_MINUTES, "maximum": MAX_MINUTES},
    "lag": {"minimum": -MAX_MINUTES, "maximum": MAX_MINUTES},
    "minutes_per_day": {"minimum": 1, "maximum": 1440},
    "percent_complete": {"minimum": 0, "maximum": 100},
    "activities": {"minItems": 1, "maxItems": MAX_ACTIVITIES},
    "links": {"maxItems": MAX_LINKS},
    "resources": {"maxItems": MAX_RESOURCES},
    "assignments": {"maxItems": MAX_ASSIGNMENTS},
    "calendars": {"minItems": 1, "maxItems": MAX_CALENDARS},
    "exceptions": {"maxItems": MAX_CALENDAR_DAYS},
    "week": {"minItems": 7, "maxItems": 7},
}


def plan_schema() -> Json:
    """A JSON Schema (draft 2020-12) of the document. A field that may be missing stands at its ``default`` then."""
    definitions: Json = {}
    schedule = _of(Schedule, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plumbline plan",
        "description": "One plan, whole: what `plumbline convert` writes as .plan.json and every command reads.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "schema_version": {"const": SCHEMA_VERSION},
            "schedule": schedule,
        },
        "required": ["format", "schema_version", "schedule"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(hint: Any, definitions: Json) -> Json:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, UnionType):
        return _union([each for each in get_args(hint) if each is not type(None)], definitions)
    if get_origin(hint) is tuple:
        return _list(get_args(hint), definitions)
    if issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _record(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _union(kinds: list[Any], definitions: Json) -> Json:
    """The kind; ``null`` is added where the field is. Unique ids are the only union of two."""
    return _of(kinds[0], definitions) if len(kinds) == 1 else {"type": ["integer", "string"], "maxLength": MAX_TEXT}


def _list(kinds: tuple[Any, ...], definitions: Json) -> Json:
    if kinds[-1] is Ellipsis:
        return {"type": "array", "items": _of(kinds[0], definitions)}
    each = [_of(kind, definitions) for kind in kinds]
    return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}


def _record(record: type[Any], definitions: Json) -> Json:
    assert is_dataclass(record)
    hints = get_type_hints(record)
    properties: Json = {}
    required = []
    for each in fields(record):
        content = _of(hints[each.name], definitions)
        if isinstance(content.get("type"), str):
            content = content | _NARROWER.get(each.name, {})
        properties[each.name] = {"anyOf": [content, {"type": "null"}]} if _may_be_nothing(hints[each.name]) else content
        if each.default is MISSING and each.default_factory is MISSING:
            required.append(each.name)
        elif each.default is not MISSING:
            properties[each.name] = properties[each.name] | {"default": _plain(each.default)}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _may_be_nothing(hint: Any) -> bool:
    return isinstance(hint, UnionType) and type(None) in get_args(hint)


def _plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default.value if isinstance(default, Enum) else default
