"""Habits of planners that spoil plans, each as it is really met. Most are deliberate; none is random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from plumbline.engine.editing import with_forecast
from plumbline.engine.schedule import (
    Activity,
    Assignment,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Schedule,
)

DAY = 480


def leads_and_lags(schedule: Schedule) -> Schedule:
    """Overlaps by counting back from a finish, and waiting times without a name."""
    changed = []
    for number, link in enumerate(schedule.links):
        ends = (schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor])
        if any(each.is_milestone for each in ends) or number % 3 == 0:
            changed.append(link)
        elif number % 3 == 1:
            changed.append(replace(link, lag=-min(2 * DAY, ends[0].duration // 2)))
        else:
            changed.append(replace(link, lag=3 * DAY))
    return with_forecast(replace(schedule, links=tuple(changed)))


def start_to_start(schedule: Schedule) -> Schedule:
    """Work that overlaps is drawn side by side instead of being split."""
    changed = [
        replace(link, kind=LinkKind.START_START, lag=2 * DAY)
        if number % 2
        and not schedule.activity_by_uid[link.predecessor].is_milestone
        and not schedule.activity_by_uid[link.successor].is_milestone
        else link
        for number, link in enumerate(schedule.links)
    ]
    return with_forecast(replace(schedule, links=tuple(changed)))


def tied_to_the_end_only(schedule: Schedule) -> Schedule:
    """Nobody waits for a result but the last milestone: crews do not follow each other, phases hardly do."""
    milestones = [each.uid for each in schedule.activities if each.is_milestone]
    last = milestones[-1]
    lone = {link.successor for link in schedule.links} - {
        link.successor for link in schedule.links if _is_between(schedule, link, same_package=True)
    }
    links = []
    for link in schedule.links:
        if link.successor in milestones and link.predecessor not in milestones and link.successor != last:
            links.append(link if _is_last_before(schedule, link) else Link(link.predecessor, last))
        elif link.successor in lone or not _is_between(schedule, link, same_package=False):
            links.append(link)
    return with_forecast(replace(schedule, links=tuple(links)))


def _is_between(schedule: Schedule, link: Link, *, same_package: bool) -> bool:
    """Whether it ties work to work, inside a package or from one to another."""
    before, after = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
    return not (before.is_milestone or after.is_milestone) and (before.parent == after.parent) is same_package


def _is_last_before(schedule: Schedule, gate: Link) -> bool:
    """Whether nothing else that leads to the same milestone is listed after it."""
    return gate.predecessor == [each.predecessor for each in schedule.links if each.successor == gate.successor][-1]


def without_resources(every: int) -> Callable[[Schedule], Schedule]:
    """Only each ``every``-th activity has somebody who does it."""

    def habit(schedule: Schedule) -> Schedule:
        kept: tuple[Assignment, ...] = schedule.assignments[::every]
        loaded = {each.activity for each in kept}
        activities = tuple(each if each.uid in loaded else replace(each, budget=None) for each in schedule.activities)
        return replace(schedule, assignments=kept, activities=activities)

    return habit


def without_costs(schedule: Schedule) -> Schedule:
    """Hours are planned, money is kept elsewhere."""
    return replace(
        schedule,
        assignments=tuple(replace(each, cost=0.0) for each in schedule.assignments),
        activities=tuple(replace(each, budget=None) for each in schedule.activities),
    )


def links_left_out(schedule: Schedule, first: Schedule) -> Schedule:
    """Bars are put where they should be by hand; a few links are drawn for the look of it."""
    kept = tuple(link for number, link in enumerate(schedule.links) if number % 5 == 0)
    tied = {each.successor for each in kept}
    activities = tuple(
        each if each.is_started or each.is_summary or each.uid in tied else _held(each, each.planned_start)
        for each in schedule.activities
    )
    return with_forecast(replace(schedule, links=kept, activities=activities))


def _held(activity: Activity, start: datetime | None) -> Activity:
    constraints = (Constraint(ConstraintKind.START_NO_EARLIER_THAN, start),) if start else ()
    return replace(activity, constraints=constraints)


def dates_nailed_down(schedule: Schedule, first: Schedule) -> Schedule:
    """Each third open activity must finish on the date that was promised, whatever comes before it."""
    activities = []
    for number, each in enumerate(schedule.activities):
        promised = first.activity_by_uid[each.uid].planned_finish if each.uid in first.activity_by_uid else None
        is_open = not (each.is_complete or each.is_summary or each.is_milestone)
        if is_open and number % 3 == 0 and promised:
            finish = ConstraintKind.FINISH_ON if number % 2 else ConstraintKind.FINISH_NO_LATER_THAN
            each = replace(each, constraints=(Constraint(finish, promised),))
        activities.append(each)
    return with_forecast(replace(schedule, activities=tuple(activities)))


def a_circle_of_links(schedule: Schedule, first: Schedule) -> Schedule:
    """A link drawn backwards in a late evening: work now waits for what comes after it."""
    open_work = [each for each in schedule.activities if not (each.is_started or each.is_summary or each.is_milestone)]
    after = {link.predecessor: link.successor for link in schedule.links}
    uids = {each.uid for each in open_work}
    start = next(each.uid for each in open_work if after.get(each.uid) in uids and after.get(after[each.uid]) in uids)
    return replace(schedule, links=(*schedule.links, Link(after[after[start]], start)))


def dates_on_the_wrong_side(count: int) -> Callable[[Schedule, Schedule], Schedule]:
    """Work reported as done that lies in the future, and work still planned in the past."""

    def delivery(schedule: Schedule, first: Schedule) -> Schedule:
        data_date = schedule.data_date
        assert data_date is not None
        activities, left = [], count
        for each in schedule.activities:
            is_work = not (each.is_summary or each.is_milestone)
            if left and is_work and each.is_started and not each.is_complete:
                each = _reported_too_early(each, data_date)
                left -= 1
            elif left and is_work and not each.is_started:
                past = data_date - timedelta(days=9)
                each = replace(each, planned_start=past, planned_finish=past + timedelta(days=4))
                left -= 1
            activities.append(each)
        return replace(schedule, activities=tuple(activities))

    return delivery


def _reported_too_early(activity: Activity, data_date: datetime) -> Activity:
    finish = data_date + timedelta(days=4)
    return replace(activity, actual_finish=finish, planned_finish=finish, remaining=0, percent_complete=100.0)


def dated_ahead(weeks: int) -> Callable[[Schedule, Schedule], Schedule]:
    """The data date is set to the end of the next quarter, and everything until then counts as done."""

    def delivery(schedule: Schedule, first: Schedule) -> Schedule:
        assert schedule.data_date is not None
        return with_forecast(replace(schedule, data_date=schedule.data_date + timedelta(weeks=weeks)))

    return delivery
