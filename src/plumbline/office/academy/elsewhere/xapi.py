"""Statements of the Experience API (IEEE 9274.1.1): somebody completed, passed, failed or scored in something."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.office.academy.elsewhere.told import MOST_ROWS, Read, Told, checked_percent
from plumbline.office.foundation.tabular import UnreadableTable

VERBS = {"completed": None, "passed": True, "failed": False, "scored": None}
"""What each says about having passed, where the result does not say so itself."""
LONGEST_IDENTITY = 80


def is_json(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{")


def read_statements(content: bytes, zone: ZoneInfo) -> Read:
    """Statements with other verbs are passed over. Raises ``UnreadableTable``."""
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableTable("The file is no JSON that can be read. Export the statements again.") from None
    statements = found.get("statements") if isinstance(found, dict) else found
    if not isinstance(statements, list):
        raise UnreadableTable("The file has to hold a list of xAPI statements.")
    if len(statements) > MOST_ROWS:
        raise UnreadableTable(f"The file has more than {MOST_ROWS:,} statements. Export a smaller part.")
    rows, others = [], 0
    for number, each in enumerate(statements, start=1):
        verb = _last(_text(each, "verb", "id"))
        if verb in VERBS:
            rows.append(_told(f"statement {number}", each, verb, zone))
        else:
            others += 1
    words = ", ".join(VERBS)
    passed_over = f"{others} passed over: only {words} say something of a result." if others else ""
    return Read(rows, ("Read as xAPI statements.", *([passed_over] if passed_over else [])))


def _told(place: str, statement: Any, verb: str, zone: ZoneInfo) -> Told:
    told = Told(
        place,
        _text(statement, "actor", "mbox").removeprefix("mailto:"),
        _names(statement),
        None,
        identity=_text(statement, "id")[:LONGEST_IDENTITY].lower(),
        columns=("actor.mbox", "object.id"),
    )
    told.on = _day(told, _text(statement, "timestamp"), zone)
    success = _inside(statement, "result", "success")
    told.passed = success if isinstance(success, bool) else VERBS[verb]
    scaled = _inside(statement, "result", "score", "scaled")
    if isinstance(scaled, int | float) and not isinstance(scaled, bool):
        checked_percent(told, "result.score.scaled", 100 * float(scaled))
    elif scaled is not None:
        told.wrong("result.score.scaled", scaled, "It has to be a number.")
    return told


def _names(statement: Any) -> tuple[str, ...]:
    """By its own name in any language, then by the end of its address."""
    called = _inside(statement, "object", "definition", "name")
    spoken = [each for each in called.values() if isinstance(each, str)] if isinstance(called, dict) else []
    address = _text(statement, "object", "id")
    parts = [each for each in address.split("?")[0].split("/") if each]
    ends = ("/".join(parts[-2:]), *parts[-1:]) if parts else ()
    return tuple(dict.fromkeys(each.strip()[:200] for each in (*spoken, *ends) if each.strip()))


def _day(told: Told, text: str, zone: ZoneInfo) -> Any:
    try:
        moment = datetime.fromisoformat(text)
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        told.wrong("timestamp", text, "Write it as 2026-03-31T10:00:00Z.")
        return None


def _inside(thing: Any, *keys: str) -> Any:
    for key in keys:
        thing = thing.get(key) if isinstance(thing, dict) else None
    return thing


def _text(thing: Any, *keys: str) -> str:
    found = _inside(thing, *keys)
    return found.strip() if isinstance(found, str) else ""


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2].lower()
