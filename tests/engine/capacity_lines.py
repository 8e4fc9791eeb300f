"""People of a case, as its file tells them; hours, by week.

capacity:
  asked: 60
  people: [{name: Tove, projects: 2, only: [Diver], weeks: [{monday: 2026-03-02, here: 20, everywhere: 50, free: 40}]}]
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.capacity import CapacityFacts, PersonFact, WeekFact


def capacity_of(content: dict[str, Any]) -> CapacityFacts | None:
    told = content.get("capacity")
    if told is None:
        return None
    return CapacityFacts(asked=60 * told["asked"], people=tuple(_person(each) for each in told.get("people", ())))


def _person(line: dict[str, Any]) -> PersonFact:
    weeks = tuple(
        WeekFact(each["monday"], 60 * each["here"], 60 * each["everywhere"], 60 * each["free"])
        for each in line.get("weeks", ())
    )
    return PersonFact(
        key=line["name"],
        name=line["name"],
        weeks=weeks,
        projects=line.get("projects", 1),
        only_one_with=tuple(line.get("only", ())),
    )
