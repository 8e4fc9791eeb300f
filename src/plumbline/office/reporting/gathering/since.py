"""What changed since the last pack: by what that pack kept, and by what was decided meanwhile."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from plumbline.office.gates.models import GateDecision
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind, State
from plumbline.office.reporting.document import Block, Change, ChangeList
from plumbline.office.reporting.gathering.lines import Line, marks_of
from plumbline.office.reporting.report import Marks

CLOSED_WITHOUT_A_DECISION = (State.DROPPED,)


def changes_since(before: Marks, at: datetime, lines: list[Line], projects: QuerySet[Project]) -> list[Block]:
    old, new = before["projects"], marks_of(lines)["projects"]
    both = {key: (old[key], each) for key, each in new.items() if key in old}
    return [
        _moved("Reported status moved", both, "reported", "status"),
        _moved("Evidence moved", both, "evidence", "status"),
        _moved("Forecast finish moved", both, "finish", "date"),
        ChangeList("New red projects", _turned(both, red_now=True), "status"),
        ChangeList("No longer red", _turned(both, red_now=False), "status"),
        ChangeList("Projects that came or went", _came_or_went(old, new)),
        _decided(projects, at),
    ]


def is_red(mark: dict[str, Any]) -> bool:
    return "red" in (mark["reported"], mark["evidence"])


def _moved(title: str, both: dict[str, Any], what: str, kind: str) -> ChangeList:
    changes = (
        Change(new["title"], _cell(old[what], kind), _cell(new[what], kind))
        for old, new in both.values()
        if old[what] != new[what]
    )
    return ChangeList(title, tuple(changes), kind, "None moved.")


def _turned(both: dict[str, Any], *, red_now: bool) -> tuple[Change, ...]:
    """Red if either what is reported or the evidence is."""
    return tuple(
        Change(new["title"], worse_of(old), worse_of(new))
        for old, new in both.values()
        if is_red(old) is not red_now and is_red(new) is red_now
    )


def worse_of(mark: dict[str, Any]) -> str:
    """The worse colour of the two; what is not a colour gives way."""
    colours = [each for each in ("red", "amber", "green") if each in (mark["reported"], mark["evidence"])]
    return colours[0] if colours else "unknown"


def _came_or_went(old: Marks, new: Marks) -> tuple[Change, ...]:
    came = [Change(each["title"], None, "new in this pack") for key, each in new.items() if key not in old]
    went = [Change(each["title"], "in the last pack", None) for key, each in old.items() if key not in new]
    return tuple(came + went)


def _decided(projects: QuerySet[Project], since: datetime) -> ChangeList:
    entries = Entry.objects.filter(kind=Kind.DECISION, project__in=projects, closed_at__gt=since)
    gates = GateDecision.objects.filter(review__project__in=projects, decided_at__gt=since).defer("document")
    changes = [
        *(
            Change(f"{each.project}: {each.title}", None, each.get_state_display())
            for each in entries.exclude(state__in=CLOSED_WITHOUT_A_DECISION).select_related("project")
        ),
        *(
            Change(f"{each.review.project}: {each.review.title}", None, each.get_outcome_display())
            for each in gates.select_related("review__project")
        ),
    ]
    return ChangeList("Decisions taken", tuple(changes))


def _cell(value: Any, kind: str) -> Any:
    return date.fromisoformat(value) if kind == "date" and value else value
