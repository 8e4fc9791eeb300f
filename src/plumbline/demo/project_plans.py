"""The plans of one story, version by version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from plumbline.demo.plans.build import Commission, first_plan
from plumbline.demo.plans.outline import Phase, phases_of
from plumbline.demo.progress import statused, what_happens
from plumbline.demo.stories import Story
from plumbline.engine.schedule import Schedule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Update:
    """One plan as it is delivered. ``phase`` is the one the project is in."""

    number: int
    data_date: datetime
    schedule: Schedule
    phase: str


def updates_of(story: Story, anchor: date) -> Iterator[Update]:
    """Every plan that is delivered, in order; the first one is the plan before work begins."""
    dates = story.data_dates(anchor)
    phases = phases_of(story.outline, story.places)
    plan = first_plan(
        Commission(
            code=story.code,
            name=story.name,
            phases=phases,
            start=dates[0],
            stretch=story.stretch,
            longest=story.longest,
        )
    )
    for habit in story.structure:
        plan = habit(plan)
    happenings = what_happens(plan, story.course, seed=story.code)
    delivery = {story.number(each, len(dates)): given for each, given in story.delivery.items()}
    for number, data_date in enumerate(dates, start=1):
        outlook = _holding(story, story.outlooks, number, len(dates), 1.0)
        update = plan if number == 1 else statused(plan, happenings, data_date, outlook)
        update = _with_costs(update, _holding(story, story.cost_growth, number, len(dates), 0.0))
        if number in delivery:
            update = delivery[number](update, plan)
        yield Update(number, data_date, update, _phase(update, phases))


def _holding(story: Story, given: Mapping[int, T], number: int, versions: int, otherwise: T) -> T:
    """The entry for this version, or for the last one before it that has an entry."""
    known = {story.number(each, versions): entry for each, entry in given.items()}
    return known.get(max((each for each in known if each <= number), default=0), otherwise)


def _with_costs(update: Schedule, growth: float) -> Schedule:
    if not growth:
        return update
    return replace(
        update,
        activities=tuple(
            replace(each, budget=round(each.budget * (1 + growth), 2)) if each.budget else each
            for each in update.activities
        ),
    )


def _phase(update: Schedule, phases: tuple[Phase, ...]) -> str:
    """The first phase whose milestone is still to come."""
    reached = {each.name for each in update.activities if each.is_milestone and each.is_complete}
    return next((each.title for each in phases if each.milestone not in reached), "Finished")
