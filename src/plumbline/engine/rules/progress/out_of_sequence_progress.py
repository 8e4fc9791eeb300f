"""Work that began or ended before its links allow."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from plumbline.engine.calendars import WorkCalendar, WorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import LINK_CHOICES, NO_PLAN, assessed_links, days_as_text, lag_calendar
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity, Link, LinkKind, Schedule, Uid

RULE = Rule(
    title="Out-of-sequence progress",
    question="How many links are broken by what really happened?",
    population="links into activities that have begun",
    statement="{share} links into activities that have begun ({percent}) {are} broken by their actual dates",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MINOR,
    why=(
        "The team works in another order than the plan says. Then the links no longer describe the work, and what the "
        "tool does with the rest (wait for the predecessor, or ignore it) moves the finish by chance."
    ),
    mend=(
        "Ask of each listed activity what it really waited for. Replace the link by the true one, or split the "
        "activity into the part that could begin and the part that must wait; do not leave it to a setting of the tool."
    ),
    references=("GAO BP 9", "GAO BP 2"),
    parameters=(("links", "either_end_incomplete"), ("tolerated_days", 0)),
    choices=(LINK_CHOICES,),
)

_FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
_TO_FINISH = (LinkKind.FINISH_FINISH, LinkKind.START_FINISH)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A lead from an unfinished predecessor is not judged: how early it lets the successor begin is only forecast."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    happened = [
        (link, moment)
        for link in assessed_links(schedule, settings.choice("links"))
        if (moment := _moment(schedule.activity_by_uid[link.successor], link.kind in _TO_FINISH)) is not None
    ]
    order = _Order(schedule, settings.number("tolerated_days"))
    offenders = tuple(
        Offender.link(link, schedule, fault) for link, moment in happened if (fault := order.fault(link, moment))
    )
    return Count(len(offenders), len(happened), offenders)


def _moment(activity: Activity, of_finish: bool) -> datetime | None:
    return activity.actual_finish if of_finish else activity.actual_start


class _Order:
    """Tells what is wrong with the moment at which the held end of a link happened."""

    def __init__(self, schedule: Schedule, tolerated_days: Fraction) -> None:
        self._schedule = schedule
        self._tolerated_days = tolerated_days
        self._times: dict[Uid, WorkingTime] = {}

    def fault(self, link: Link, moment: datetime) -> str:
        predecessor = self._schedule.activity_by_uid[link.predecessor]
        from_finish = link.kind in _FROM_FINISH
        held = f"{'finished' if link.kind in _TO_FINISH else 'started'} {moment:%Y-%m-%d}"
        released = _moment(predecessor, from_finish)
        if released is None:
            missing = "finished" if from_finish else "started"
            return "" if link.lag < 0 else f"{held}, but {predecessor.id} ({link.kind}) is not {missing}"
        calendar = lag_calendar(self._schedule, link)
        time = self._time_of(calendar)
        early = Fraction(time.between(moment, time.add(released, link.lag)), calendar.minutes_per_day)
        if early <= self._tolerated_days:
            return ""
        return f"{held}, {days_as_text(early)} before {predecessor.id} ({link.kind}) allows it"

    def _time_of(self, calendar: WorkCalendar) -> WorkingTime:
        if calendar.uid not in self._times:
            self._times[calendar.uid] = WorkingTime(calendar)
        return self._times[calendar.uid]
