"""Reading a plan and running all rules on it, against splitting the same bytes into rows."""

from __future__ import annotations

from collections.abc import Iterator

from bench.plans import DATA_DATE, xer
from bench.side_by_side import Measurement
from plumbline.engine.catalogue import rules
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import xer as reader

ACTIVITIES = 5000


def measurements() -> Iterator[Measurement]:
    data = xer(ACTIVITIES)

    def measured() -> int:
        (schedule,) = reader.read(data).schedules
        facts = ProjectFacts(as_of=DATA_DATE, plan=PlanFacts(schedule))
        return sum(len(each.judge(facts).offenders) for each in rules())

    def plain() -> int:
        return sum(len(line.split("\t")) for line in data.decode("cp1252").splitlines())

    yield Measurement(f"read and check {ACTIVITIES} activities", "split the same bytes", measured, plain)
