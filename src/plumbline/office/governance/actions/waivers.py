"""Asking for waivers, and deciding on them. Who asked never decides."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance import queries
from plumbline.office.governance.models import Waiver
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

LONGEST = timedelta(days=366)
State = Waiver.State


def request_waiver(project: Project, *, by: Person, rule: str, reason: str, last_day: date) -> Waiver:
    """Asks to set a rule of the project's standard aside through ``last_day``. Raises ``ValidationError`` by field."""
    with action("request_waiver", by=by, scope=project.organisation) as line:
        title = queries.titles_of_rules(project).get(rule)
        if title is None:
            raise ValidationError({"rule": "The project's standard applies no rule of this name."})
        if not reason.strip():
            raise ValidationError({"reason": "Say why the rule does not suit this project now."})
        today = people.today(project.organisation)
        if not today <= last_day <= today + LONGEST:
            raise ValidationError({"last_day": "A waiver ends between today and a year from now."})
        waiver = add(
            Waiver(project=project, rule=rule, title=title, reason=reason.strip(), last_day=last_day, requested_by=by)
        )
        line.about(waiver, rule=rule, last_day=str(last_day))
        return waiver


def decide_waiver(waiver: Waiver, *, by: Person, approve: bool, note: str = "") -> None:
    """Raises ``ValidationError`` for one's own request, for one that is decided, and for a refusal without words."""
    with action("decide_waiver", by=by, scope=waiver.project.organisation) as line:
        locked = _locked(waiver, State.ASKED, "It is decided already.")
        if locked.requested_by_id == by.pk:
            raise ValidationError("You asked for it, so somebody else has to decide.")
        if not approve and not note.strip():
            raise ValidationError({"note": "Say why not."})
        state = State.APPROVED if approve else State.REFUSED
        changed = change(locked, state=state, decided_by=by, decided_at=now(), note=note.strip())
        if approve:
            _leave_a_mark(locked.project)
        line.about(locked, state=changed["state"])


def end_waiver(waiver: Waiver, *, by: Person, note: str = "") -> None:
    """The rule counts again from now on."""
    with action("end_waiver", by=by, scope=waiver.project.organisation) as line:
        locked = _locked(waiver, State.APPROVED, "It does not hold, so it cannot be ended.")
        changed = change(locked, state=State.ENDED, note=f"{locked.note}\n{note.strip()}".strip())
        _leave_a_mark(locked.project)
        line.about(locked, state=changed["state"])


def _locked(waiver: Waiver, state: str, otherwise: str) -> Waiver:
    """Of two who decide at once, the second is told."""
    locked = Waiver.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=waiver.pk)
    if locked.state != state:
        raise ValidationError(otherwise)
    return locked


def _leave_a_mark(project: Project) -> None:
    """The assessors above find the project due."""
    change(project, facts_changed_at=now())
