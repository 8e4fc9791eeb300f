"""One edit of a draft of 2,000 activities as a request of the browser, beside calculating the plan alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from typing import Any

from bench.offices import Offices, seconds, spread
from bench.plans import xer
from bench.side_by_side import Measurement
from plumbline.engine import readers
from plumbline.engine.editing import editable
from plumbline.engine.schedule.calculate import calculate

ACTIVITIES = 2_000
JSON = {"Accept": "application/json"}


def measurements() -> Iterator[Measurement]:
    offices = Offices(one=2)
    schedule = editable(readers.read(xer(ACTIVITIES), "bench.xer").schedules[0])
    path = _draft(schedule)
    rows, numbers, revision = [str(each.uid) for each in schedule.activities[200:]], count(), count()
    took: list[float] = []

    def edit() -> None:
        number = next(numbers)
        fields = {
            "edit": "set",
            "rows": rows[number * 31 % len(rows)],
            "field": "duration",
            "value": f"{3 + number % 9}d",
        }
        took.append(seconds(lambda: offices.sent(f"{path}do/", {**fields, "revision": next(revision)}, JSON)))

    yield Measurement(
        f"an edit as a request, {ACTIVITIES:,} activities", "calculating the plan", edit, lambda: calculate(schedule)
    )
    print(f"do/: {spread(took)}", file=sys.stderr)


def _draft(schedule: Any) -> str:
    from plumbline.office.people.models import Person
    from plumbline.office.planning.actions import begin
    from plumbline.office.projects.actions import record_plan
    from plumbline.office.projects.models import Project

    project, person = Project.objects.get(code="FIRST"), Person.objects.get(email="a@b.example")
    record_plan(project, by=person, schedule=schedule, source_format="XER")
    begin(Project.objects.get(pk=project.pk), by=person)
    return f"/o/{project.organisation.slug}/projects/{project.pk}/plan/edit/"
