"""Planning how a dimension becomes green again, and seeing by the evidence whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.status.models import GoToGreenPlan
from plumbline.office.status.queries.go_to_green import Judged, sides_of, to_judge

LONGEST_PLAN = timedelta(days=366)
MOST_STEPS = 20
Outcome = GoToGreenPlan.Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """An action that the plan adds to the register. ``row`` is where it was written: its errors are told there."""

    title: str
    owner: Person
    due_on: date
    row: int = 1


def plan_go_to_green(
    project: Project,
    dimension: str,
    *,
    by: Person,
    approach: str,
    owner: Person,
    green_on: date,
    steps: Sequence[Step] = (),
    entries: Sequence[Entry] = (),
) -> GoToGreenPlan:
    """``entries`` are actions that the register has already. Raises ``ValidationError`` by field.

    Refused where neither the evidence nor the report asks for a plan, or where one is running.
    """
    with action("plan_go_to_green", by=by, scope=project.organisation) as line:
        Project.objects.select_for_update().get(pk=project.pk)  # of two who plan at once, the second is told
        sides = sides_of(project, dimension)
        if not sides.ask_for_a_plan:
            raise ValidationError("Nothing here is amber or red, so there is nothing to plan.")
        _check(project, green_on, steps, entries)
        plan = add(
            GoToGreenPlan(
                project=project,
                dimension=dimension,
                from_status=sides.worse,
                from_evidence=sides.evidence,
                approach=approach.strip(),
                owner=owner,
                green_on=green_on,
                by=by,
            )
        )
        plan.actions.set([*entries, *(_entry(project, each, by) for each in steps)])
        _tell_owner(plan, by)
        line.about(plan, dimension=dimension, green_on=str(green_on), actions=plan.actions.count())
        return plan


def add_step(plan: GoToGreenPlan, step: Step, *, by: Person) -> Entry:
    """One action more for a plan that is running."""
    with action("add_go_to_green_action", by=by, scope=plan.project.organisation) as line:
        locked = _running(plan)
        _check(locked.project, locked.green_on, [step], list(locked.actions.all()))
        entry = _entry(locked.project, step, by)
        locked.actions.add(entry)
        line.about(locked, added=entry.reference)
        return entry


def withdraw_plan(plan: GoToGreenPlan, *, by: Person, because: str) -> GoToGreenPlan:
    """It counts neither as worked nor as failed; its actions stay in the register."""
    with action("withdraw_go_to_green_plan", by=by, scope=plan.project.organisation) as line:
        locked = _running(plan)
        if not because.strip():
            raise ValidationError({"because": "Say why it is given up."})
        change(locked, outcome=Outcome.WITHDRAWN, ended_at=now(), because=because.strip())
        line.about(locked, dimension=locked.dimension)
        return locked


def judge_plans() -> int:
    """Ends every plan that worked or whose day has gone by; how many it ended."""
    return sum(_judge(each) for each in to_judge())


def _judge(found: Judged) -> bool:
    plan = found.plan
    with action("judge_go_to_green_plan", by=None, scope=plan.project.organisation) as line:
        locked = GoToGreenPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        if locked.outcome != Outcome.RUNNING:
            line.nothing_happened()
            return False
        outcome = Outcome.WORKED if found.worked else Outcome.FAILED
        change(locked, outcome=outcome, ended_at=now(), assessment=found.assessment, report=found.report)
        _tell_outcome(locked)
        line.about(locked, dimension=locked.dimension, outcome=outcome)
        return True


def _check(project: Project, green_on: date, steps: Sequence[Step], entries: Sequence[Entry]) -> None:
    day = today(project.organisation)
    if not day < green_on <= day + LONGEST_PLAN:
        raise ValidationError({"green_on": "Choose a day from tomorrow on, within a year."})
    if not steps and not entries:
        raise ValidationError({"title_1": "Say at least one thing that is going to be done."})
    if len(steps) + len(entries) > MOST_STEPS:
        raise ValidationError(f"A plan has at most {MOST_STEPS} actions. Leave out what does not turn the colour.")
    for each in steps:
        if not each.title.strip():
            raise ValidationError({f"title_{each.row}": "Say what is going to be done."})
        if not day <= each.due_on <= green_on:
            limit = f"{green_on:%-d %B %Y}"
            raise ValidationError({f"due_on_{each.row}": f"To help, it has to be done between today and {limit}."})
    if any(each.project_id != project.pk or each.kind != Kind.ACTION for each in entries):
        raise ValidationError({"entries": "Choose actions of this project."})


def _entry(project: Project, step: Step, by: Person) -> Entry:
    return add_entry(project, Kind.ACTION, by=by, title=step.title.strip(), owner=step.owner, due_on=step.due_on)


def _running(plan: GoToGreenPlan) -> GoToGreenPlan:
    """Of two who act at once, the second is told."""
    locked = (
        GoToGreenPlan.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=plan.pk)
    )
    if locked.outcome != Outcome.RUNNING:
        raise ValidationError(f"The plan is not running any more: {locked.get_outcome_display().lower()}.")
    return locked


def _tell_owner(plan: GoToGreenPlan, by: Person) -> None:
    if plan.owner_id != by.pk:
        of = {"dimension": plan.dimension, "project": plan.project}
        _tell(plan, [plan.owner], Wording("You lead the way to green: {dimension} of {project}", **of), "begun")


def _tell_outcome(plan: GoToGreenPlan) -> None:
    manager = [plan.project.manager] if plan.project.manager else []
    of = {"dimension": plan.dimension, "project": plan.project}
    worked = Wording("Go-to-green plan, {dimension} of {project}: it worked", **of)
    failed = Wording("Go-to-green plan, {dimension} of {project}: it did not work", **of)
    _tell(plan, [plan.owner, *manager], worked if plan.outcome == Outcome.WORKED else failed, plan.outcome)


def _tell(plan: GoToGreenPlan, people: list[Person], title: Wording, what: str) -> None:
    organisation = plan.project.organisation
    notify(
        organisation,
        people,
        kind="go_to_green",
        title=title,
        reason=Wording("You own the plan or manage the project."),
        path=reverse("status:go_to_green", args=[organisation.slug, plan.project_id, plan.pk]),
        key=f"go_to_green:{plan.pk}:{what}",
        about=f"project:{plan.project_id}",
    )
