"""A plan that came from a tool is edited, published and downloaded again; nothing that is not shown gets lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from cli.plan_files import SOUND, xer
from plumbline.engine import readers
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule
from plumbline.engine.writers import write, writers
from plumbline.office.people.models import Person
from plumbline.office.planning.actions import begin, edit, publish
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.queries import unshown
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries import schedule_of

pytestmark = pytest.mark.django_db


def from_primavera() -> Schedule:
    (plan,) = readers.read(xer(("Line", SOUND)), "line.xer").schedules
    twice = (
        Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 3, 9, 8)),
        Constraint(ConstraintKind.FINISH_NO_LATER_THAN, datetime(2026, 5, 29, 17)),
    )
    rows = tuple(
        replace(each, constraints=twice, budget=900.0) if each.name == "Set up the signals" else each
        for each in plan.activities
    )
    return replace(plan, activities=rows)


def written_on(project: Project, by: Person, plan: Schedule, row: str) -> Schedule:
    record_plan(project, by=by, schedule=plan, source_format="test")
    draft = begin(Project.objects.get(pk=project.pk), by=by)
    edit(draft, [("set", {"rows": [row], "field": "name", "value": "Written here"})], seen=0)
    now = PlanDraft.objects.get(pk=draft.pk)
    current = Project.objects.get(pk=project.pk).current_plan
    assert current is not None
    return schedule_of(publish(now, by=by, message="Names", revision=1, version=current.number))


def test_what_is_not_shown_is_said_and_kept(crossing: Project, mira: Person) -> None:
    plan = from_primavera()
    assert unshown(plan) == ["1 row has a second constraint.", "1 row has a budget."]
    row = next(each for each in plan.activities if each.name == "Set up the signals")
    after = written_on(crossing, mira, plan, str(row.uid))
    now = after.activity_by_uid[row.uid]
    assert (now.name, now.constraints, now.budget) == ("Written here", row.constraints, 900.0)
    assert replace(now, name=row.name, stored=None) == replace(row, stored=None)
    assert (after.links, after.calendars, after.options) == (plan.links, plan.calendars, plan.options)


@pytest.mark.parametrize("format", ["mspdi", "csv", "xlsx"])
def test_a_published_draft_is_downloaded_and_read_again(crossing: Project, mira: Person, format: str) -> None:
    plan = schedule_of(crossing.plan_versions.get())
    after = written_on(crossing, mira, plan, "3")
    ending = writers()[format].EXTENSIONS[0]
    (again,) = readers.read(write(after, format).content, f"plan{ending}").schedules
    assert [each.name for each in again.activities] == ["Build", "Ground", "Written here", "Roof"]
    assert [each.duration for each in again.activities if not each.is_summary] == [2400] * 3
    assert len(again.links) == 2
