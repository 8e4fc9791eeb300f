"""The calculation of a scenario: asked for, and cancelled."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from plumbline.office.choosing import jobs
from plumbline.office.choosing.actions.scenarios import check_open
from plumbline.office.choosing.models import Scenario, Selection
from plumbline.office.choosing.queries.problems import scenario_problem
from plumbline.office.foundation import runs
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person


def ask_for_selection(scenario: Scenario, *, by: Person | None) -> Selection:
    """Raises ``ValidationError`` while one is under way, without candidates, and for what makes no sense."""
    with action("ask_for_selection", by=by, scope=scenario.organisation) as line:
        current = Scenario.objects.select_for_update().get(pk=scenario.pk)
        check_open(current)
        if any(each.is_under_way for each in current.selections.all()[:1]):
            raise ValidationError("It is being calculated already.")
        if not current.candidates.exists():
            raise ValidationError("There is nothing to choose from yet. Add candidates first.")
        try:
            scenario_problem(current)
        except ValueError as fault:
            raise ValidationError(f"{str(fault)[:1].upper()}{str(fault)[1:]}.") from fault
        selection = add(Selection(scenario=current, asked_by=by, due_at=now()))
        line.about(selection)
        transaction.on_commit(lambda: jobs.work_on_selection.enqueue(selection.pk))
    return selection


def cancel_selection(selection: Selection, *, by: Person | None) -> None:
    with action("cancel_selection", by=by, scope=selection.scenario.organisation) as line:
        if runs.cancel(selection):
            line.about(selection)
        else:
            line.nothing_happened()
