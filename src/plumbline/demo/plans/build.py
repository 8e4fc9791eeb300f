"""From an outline to the first plan of a project: activities, links, calendars, crews and costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from plumbline.demo.plans.calendars import NIGHTS, OFFICE, ROUND_THE_CLOCK, calendars
from plumbline.demo.plans.crews import CREWS
from plumbline.demo.plans.outline import Package, Phase, Work
from plumbline.engine.editing import with_forecast
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Dialect,
    Link,
    Resource,
    Schedule,
)
from plumbline.engine.schedule.calculate import calculate

YEARS_OF_HOLIDAYS = 6
PLACES_PER_CREW = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """What a plan is asked for. ``stretch`` multiplies durations; none gets longer than ``longest`` days."""

    code: str
    name: str
    phases: tuple[Phase, ...]
    start: datetime
    stretch: float = 1.0
    longest: int = 44


def first_plan(commission: Commission) -> Schedule:
    """The plan before any work is done, with a sound network: everything leads from the start to the finish."""
    draft = _Draft(commission)
    for phase in commission.phases:
        draft.add_phase(phase)
    return with_forecast(_without_idle_packages(draft.schedule(), draft.chains))


class _Draft:
    def __init__(self, commission: Commission) -> None:
        self.commission = commission
        self.activities: list[Activity] = []
        self.links: list[Link] = []
        self.assignments: list[Assignment] = []
        self.chains: list[tuple[int, ...]] = []
        self._summaries = 0
        self._gate = self._milestone("Start", ActivityKind.START_MILESTONE, None)

    def schedule(self) -> Schedule:
        commission = self.commission
        start = commission.start
        used = {each.resource for each in self.assignments}
        return Schedule(
            name=commission.name,
            id=commission.code,
            dialect=Dialect.P6,
            start=start,
            data_date=start,
            calendars=calendars(start.date(), start.date() + timedelta(days=365 * YEARS_OF_HOLIDAYS)),
            default_calendar=OFFICE,
            activities=tuple(self.activities),
            links=tuple(self.links),
            resources=tuple(Resource(key, crew.name) for key, crew in CREWS.items() if key in used),
            assignments=tuple(self.assignments),
            currency="EUR",
        )

    def add_phase(self, phase: Phase) -> None:
        summary = self._summary(phase.title, None)
        groups: dict[str, str] = {}
        done_by: dict[str, list[tuple[int, ...]]] = defaultdict(list)
        ends: list[int] = []
        for package in phase.packages:
            if package.group and package.group not in groups:
                groups[package.group] = self._summary(package.group, summary)
            chain = self._add_package(package, groups.get(package.group, summary))
            alike = sum(each.group == package.group for each in phase.packages) if package.group else 0
            crews = 1 + alike // PLACES_PER_CREW
            before = done_by[package.group]
            self._tie_to_what_comes_before(chain, before[-crews] if package.group and len(before) >= crews else None)
            before.append(chain)
            ends.append(chain[-1])
        last = phase is self.commission.phases[-1]
        self._gate = self._milestone(phase.milestone, ActivityKind.FINISH_MILESTONE, None if last else summary)
        self.links.extend(Link(end, self._gate) for end in ends)

    def _tie_to_what_comes_before(self, chain: Sequence[int], same_crews: Sequence[int] | None) -> None:
        """The first place waits for the gate; every next one for the crews that work at the place before."""
        if same_crews is None:
            self.links.append(Link(self._gate, chain[0]))
        else:
            self.links.extend(Link(before, after) for before, after in zip(same_crews, chain, strict=True))
        self.links.extend(Link(before, after) for before, after in pairwise(chain))

    def _add_package(self, package: Package, above: str) -> tuple[int, ...]:
        summary = self._summary(package.title, above)
        chain = tuple(self._work(work, summary) for work in package.works)
        self.chains.append(chain)
        return chain

    def _work(self, work: Work, parent: str) -> int:
        uid, crew = self._next_uid(), CREWS[work.crew]
        days = max(1, min(self.commission.longest, round(work.days * self.commission.stretch)))
        minutes = days * self._minutes_per_day(crew.calendar)
        cost = float(days * crew.day_rate)
        self.activities.append(
            Activity(
                uid=uid,
                id=self._id(uid),
                name=work.name,
                parent=parent,
                calendar=crew.calendar,
                duration=minutes,
                remaining=minutes,
                budget=cost,
            )
        )
        self.assignments.append(Assignment(uid, work.crew, minutes * crew.heads, cost))
        return uid

    def _minutes_per_day(self, calendar: str) -> int:
        return {NIGHTS: 360, ROUND_THE_CLOCK: 1440}.get(calendar, 480)

    def _milestone(self, name: str, kind: ActivityKind, parent: str | None) -> int:
        uid = self._next_uid()
        self.activities.append(
            Activity(uid=uid, id=self._id(uid), name=name, kind=kind, parent=parent, calendar=ROUND_THE_CLOCK)
        )
        return uid

    def _summary(self, title: str, parent: str | None) -> str:
        self._summaries += 1
        uid = f"wbs-{self._summaries}"
        code = f"{self.commission.code}.{self._summaries}"
        self.activities.append(Activity(uid=uid, id=code, name=title, kind=ActivityKind.SUMMARY, parent=parent))
        return uid

    def _next_uid(self) -> int:
        return 1 + sum(1 for each in self.activities if not each.is_summary)

    def _id(self, uid: int) -> str:
        return f"A{1000 + 10 * uid}"


IDLE_DAYS = 25
IDLE_MINUTES = IDLE_DAYS * 480


def _without_idle_packages(schedule: Schedule, chains: Iterable[tuple[int, ...]]) -> Schedule:
    """A package with much room begins when a crew elsewhere is done, not as soon as it could."""
    dates = calculate(schedule).dates
    milestones = {each.uid for each in schedule.activities if each.is_milestone}
    behind_a_gate = {each.successor for each in schedule.links if each.predecessor in milestones}
    idle = [
        chain for chain in chains if chain[0] in behind_a_gate and (dates[chain[0]].total_float or 0) > IDLE_MINUTES
    ]
    may_move = {uid for chain in idle for uid in chain}
    finishes = sorted(
        (finish, each.uid)
        for each in schedule.activities
        if each.uid not in may_move and not (each.is_summary or each.is_milestone)
        if (finish := dates[each.uid].early_finish)
    )
    added = []
    for chain in idle:
        first = dates[chain[0]]
        assert first.early_start
        assert first.late_start
        wanted = first.late_start - timedelta(days=IDLE_DAYS)
        waits_for = [uid for finish, uid in finishes if first.early_start < finish <= wanted]
        if waits_for:
            added.append(Link(waits_for[-1], chain[0]))
    return replace(schedule, links=(*schedule.links, *added))
