"""Many entries of one project at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions.recording import end, locked, record
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import CLOSED, Entry, Kind, State

MOST_AT_ONCE = 200


def change_entries(
    project: Project,
    entries: Iterable[Entry],
    *,
    by: Person,
    owner: Person | None = None,
    due_on: date | None = None,
    state: State | None = None,
    comment: str = "",
) -> int:
    """What is not given stays. All or none: raises ``ValidationError`` naming the first that cannot be changed so.

    Returns how many of them differed.
    """
    given: dict[str, Any] = {"owner": owner, "due_on": due_on}
    values = {name: value for name, value in given.items() if value is not None}
    if not values and state is None:
        raise ValidationError("Choose what to change: the owner, the day or the state.")
    with action("change_entries", by=by, scope=project.organisation) as line:
        changed: list[str] = []
        for each in sorted(entries, key=lambda entry: entry.pk):  # always in one order, so that no two wait crosswise
            current = locked(each)
            if current.project_id == project.pk and record(current, by, comment, **values, **_to(current, state, by)):
                changed.append(current.reference)
        if not changed:
            line.nothing_happened()
            return 0
        line.about(project, entries=changed, to={name: str(value) for name, value in values.items()}, state=state)
    return len(changed)


def _to(entry: Entry, state: State | None, by: Person) -> dict[str, Any]:
    if state is None:
        return {}
    kind = kind_of(Kind(entry.kind))
    if state not in {**kind.open_states, **kind.closings}:
        raise ValidationError({"state": f"{entry.reference} cannot become “{kind.words_for(state)}” here."})
    return end(by, state) if state in CLOSED else {"state": state}
