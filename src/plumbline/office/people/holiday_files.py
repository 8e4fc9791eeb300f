"""Holidays out of the text of a calendar file (ICS) or of a table (CSV)."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError

LARGEST_TEXT, MOST_LINES_NAMED, LONGEST_HOLIDAY = 200_000, 5, 31
LONGEST_NAME = 120


def read_holidays(text: str) -> dict[date, str]:
    """Raises ``ValidationError`` that names what cannot be read. Of two names for a day the first counts."""
    if len(text) > LARGEST_TEXT:
        raise ValidationError({"text": "This is too long for a list of holidays."})
    found, wrong = _from_ics(text) if "BEGIN:VCALENDAR" in text.upper() else _from_csv(text)
    if wrong:
        named = "; ".join(wrong[:MOST_LINES_NAMED])
        more = f" and {len(wrong) - MOST_LINES_NAMED} more" if len(wrong) > MOST_LINES_NAMED else ""
        raise ValidationError({"text": f"Not read: {named}{more}. Nothing is added until all of it can be read."})
    if not found:
        raise ValidationError({"text": "There is no day in it. Each line has a day and a name: 2026-12-25, Christmas."})
    return found


def _from_csv(text: str) -> tuple[dict[date, str], list[str]]:
    found: dict[date, str] = {}
    wrong = []
    delimiter = next((each for each in "\t;" if each in text), ",")
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), start=1):
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            continue
        try:
            day = date.fromisoformat(filled[0].lstrip("\ufeff"))
        except ValueError:
            if number > 1:  # the first line may be a heading
                wrong.append(f"line {number}, “{filled[0][:30]}”")
        else:
            found.setdefault(day, " ".join(filled[1:])[:LONGEST_NAME] or "Holiday")
    return found, wrong


def _from_ics(text: str) -> tuple[dict[date, str], list[str]]:
    """Whole days only. What repeats is refused, as it would silently end after its first year."""
    found: dict[date, str] = {}
    wrong = []
    lines = re.sub(r"\r?\n[ \t]", "", text)
    for event in re.findall(r"BEGIN:VEVENT\s(.*?)END:VEVENT", lines, re.DOTALL | re.IGNORECASE):
        values = dict(re.findall(r"^([A-Z]+)(?:;[^:\n]*)?:(.*?)\r?$", event, re.MULTILINE))
        name = re.sub(r"\\([,;\\])", r"\1", values.get("SUMMARY", "")).replace("\\n", " ").strip() or "Holiday"
        try:
            first = date.fromisoformat(values.get("DTSTART", "")[:8])
            after = date.fromisoformat(values["DTEND"][:8]) if "DTEND" in values else first
        except ValueError:
            wrong.append(f"“{name[:30]}” (no day)")
            continue
        days = max((after - first).days, 1)
        if "RRULE" in values or days > LONGEST_HOLIDAY:
            wrong.append(f"“{name[:30]}” ({'repeats' if 'RRULE' in values else 'too long'})")
            continue
        for number in range(days):
            found.setdefault(first + timedelta(days=number), name[:LONGEST_NAME])
    return found, wrong
