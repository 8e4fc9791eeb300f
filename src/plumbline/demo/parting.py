"""Where reports and evidence part, and what is done about it: a contest, and plans to become green again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.projects.models import Project
from plumbline.office.status.actions import Step, contest_status, judge_plans, plan_go_to_green


@dataclass(frozen=True, slots=True)
class Contested:
    """By weeks before the anchor: when, and through which day."""

    code: str
    reason: str
    at: int
    through: int


@dataclass(frozen=True, slots=True)
class Planned:
    """By weeks before the anchor: when it was planned, and when it was to be green. ``steps`` are due in turn."""

    code: str
    approach: str
    at: int
    green: int
    steps: tuple[str, ...]


CONTESTS = (
    Contested(
        code="DE-05",
        reason="The tender came in with a shorter programme. It is signed next month, and then the plan says so too.",
        at=2,
        through=-6,
    ),
)
PLANS = (
    Planned(
        code="ST-01",
        approach="The acceptance of the readers was the bottleneck. A second test bench, and two lines side by side.",
        at=14,
        green=6,
        steps=("Borrow a second test bench", "Test two lines side by side"),
    ),
    Planned(
        code="TR-03",
        approach="Ask the operator for four more nights of closure each month, and lay track in all of them.",
        at=20,
        green=8,
        steps=("Agree on closures with the operator", "Second gang for the nights"),
    ),
    Planned(
        code="TR-04",
        approach="Split the delivery, so that the first section opens without the last switches.",
        at=3,
        green=-9,
        steps=("Agree on a partial opening", "Order the switches by air"),
    ),
)
"""One that works, one that does not, one that is running: the evidence says so, nobody here."""


def tell_parting(telling: Telling, office: Office, anchor: date) -> None:
    """Comes after the reports of the same days."""
    noon = datetime.combine(anchor, time(12))
    for contest in CONTESTS:
        telling.add(noon - timedelta(weeks=contest.at), lambda each=contest: _contest(office, each, anchor))  # type: ignore[misc]
    for plan in PLANS:
        telling.add(noon - timedelta(weeks=plan.at), lambda each=plan: _plan(office, each, anchor))  # type: ignore[misc]
        if plan.green > 0:
            telling.add(noon - timedelta(weeks=plan.green, days=-1), judge_plans)


def _contest(office: Office, each: Contested, anchor: date) -> None:
    project = _project(office, each.code)
    if (dimension := _not_green(project)) and project.manager:
        last_day = anchor - timedelta(weeks=each.through)
        contest_status(project, dimension, by=project.manager, reason=each.reason, last_day=last_day)


def _plan(office: Office, each: Planned, anchor: date) -> None:
    project = _project(office, each.code)
    manager, green_on = project.manager, anchor - timedelta(weeks=each.green)
    if (dimension := _not_green(project)) and manager:
        begun = anchor - timedelta(weeks=each.at)
        days = (green_on - begun) // (len(each.steps) + 1)
        steps = [Step(title, manager, begun + days * place) for place, title in enumerate(each.steps, start=1)]
        plan_go_to_green(
            project, dimension, by=manager, approach=each.approach, owner=manager, green_on=green_on, steps=steps
        )


def _not_green(project: Project) -> str:
    """The first dimension whose evidence is red, else amber; empty where there is none."""
    found = CurrentStatus.objects.filter(project=project, status__in=("red", "amber")).order_by("-status", "pk").first()
    return found.dimension if found else ""


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation", "manager").get(organisation=office.organisation, code=code)
