"""Taking over what a ``.feature`` file says."""

from __future__ import annotations

import hashlib

from plumbline.office.acceptance.actions.criteria import add_criterion, change_text
from plumbline.office.acceptance.actions.telling import ask_to_agree_on_several
from plumbline.office.acceptance.arriving import Line, What, arriving
from plumbline.office.acceptance.models import Deliverable, Kind
from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Person
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project


def take_features(project: Project, *, by: Person | None, text: str, deliverable: Deliverable | None) -> list[Line]:
    """What was read is written, new and changed; what is refused stays out, and the answer says so line by line.

    Raises ``UnreadableGherkin`` for a text that is no feature; then nothing is written.
    """
    with action("take_features", by=by, scope=project.organisation) as audit:
        held = locked(project)
        lines = arriving(held, text, deliverable)
        new: dict[int, tuple[Deliverable, int]] = {}
        for line in lines:
            if line.what is What.CHANGED and line.criterion is not None:
                change_text(line.criterion, by=by, text=line.text, title=line.title, kind=Kind.GHERKIN)
            elif line.what is What.NEW and line.deliverable is not None:
                _add(line, line.deliverable, by)
                count = new.get(line.deliverable.pk, (line.deliverable, 0))[1]
                new[line.deliverable.pk] = (line.deliverable, count + 1)
        for place, count in new.values():
            ask_to_agree_on_several(place, count, by, f"criteria:{place.pk}:{_key(text)}")
        audit.about(held, **{what.value: sum(each.what is what for each in lines) for what in What})
        return lines


def _add(line: Line, deliverable: Deliverable, by: Person | None) -> None:
    add_criterion(
        deliverable,
        by=by,
        title=line.title,
        kind=Kind.GHERKIN,
        text=line.text,
        requirement=line.requirement,
        tell=False,
    )


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
