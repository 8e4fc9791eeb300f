"""Go-to-green plans that are off track."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from plumbline.office.operations.due_query import address, first_of
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.registers.models import Entry
from plumbline.office.status.models import GoToGreenPlan
from plumbline.office.status.queries.titles import titled

TITLE = "Go-to-green plans off track"
EMPTY = "Every go-to-green plan is on track."
ORDER = 100
PERSONAL = True


def found(organisation: Organisation, day: date, most: int, person: Person | None = None) -> Found:
    late_action = Entry.objects.filter(go_to_green_plans=OuterRef("pk"), closed_at=None, due_on__lt=day)
    running = GoToGreenPlan.objects.filter(
        Q(green_on__lt=day) | Exists(late_action),
        project__organisation=organisation,
        project__archived_at=None,
        outcome=GoToGreenPlan.Outcome.RUNNING,
    )
    if person:
        running = running.filter(owner=person)
    plans = titled(running, organisation).select_related("project", "owner").order_by("green_on", "pk")
    return first_of(plans, most, lambda each: row(organisation, each, day))


def row(organisation: Organisation, plan: GoToGreenPlan, day: date) -> DueRow:
    there = address("status:go_to_green", organisation, plan.project_id, plan.pk)
    return DueRow(
        what=f"{plan.title}, {plan.project}",  # type: ignore[attr-defined]
        url=there,
        deed="Follow it up",
        deed_url=there,
        on=plan.green_on,
        who=str(plan.owner),
        detail="its day has passed" if plan.green_on < day else "an action is overdue",
    )
