"""What moved the finish: the earlier version is turned into the later one, group by group of changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from plumbline.engine.calendars import OutOfWorkingTime, WorkingTime
from plumbline.engine.comparison.attribution.groups import groups
from plumbline.engine.comparison.attribution.mixture import Mixture, Versions
from plumbline.engine.comparison.attribution.records import FinishMove, Move, Part
from plumbline.engine.comparison.attribution.singles import Single, has_singles, singles
from plumbline.engine.comparison.identity import calculation_in_terms_of, in_terms_of, new_ids
from plumbline.engine.comparison.kinds import Cause
from plumbline.engine.schedule import InvalidSchedule, Schedule, Uid
from plumbline.engine.schedule.calculate import calculate
from plumbline.engine.schedule.calculation import Calculation

MOST_SINGLES = 30
FEWEST_SINGLES = 5
ACTIVITIES_CALCULATED = 30_000


def what_moved_the_finish(
    before: Schedule, after: Schedule, calculated_before: Calculation, calculated_after: Calculation
) -> FinishMove:
    """Attribute the move of the finish to groups of changes, and each group to activities of the driving path.

    Exact: the moves add up to the whole, the parts and the rest of a move to the move. The same two versions always
    give the same parts. At most 7 plans are calculated for the groups, and for single changes as many as have 30,000
    activities together, but at least 5 and at most 30.

    Source: method, order and a worked example in docs/methods/what-moved-the-finish.md.
    """
    versions = Versions(in_terms_of(before, after), after)
    earlier = calculation_in_terms_of(calculated_before, new_ids(before, after))
    time = WorkingTime(after.calendar_by_uid[after.default_calendar])
    work = _Work(versions, time, _singles_allowed(after))
    steps = work.steps(earlier, calculated_after)
    return FinishMove(
        finish_before=earlier.finish,
        finish_after=calculated_after.finish,
        moved_by=time.between(earlier.finish, calculated_after.finish),
        minutes_per_day=time.calendar.minutes_per_day,
        moves=work.broken_down(steps),
        calculations=work.calculations,
    )


@dataclass(frozen=True)
class _Step:
    """From one calculated plan to the next. ``start`` is the plan before ``causes`` were applied."""

    causes: tuple[Cause, ...]
    start: Mixture
    calculated: Calculation
    then: Calculation
    moved_by: int


class _Work:
    """Counts the calculations, so that they stay within what is allowed."""

    def __init__(self, versions: Versions, time: WorkingTime, singles_left: int) -> None:
        self.versions = versions
        self.time = time
        self.singles_left = singles_left
        self.calculations = 0

    def steps(self, earlier: Calculation, later: Calculation) -> list[_Step]:
        """One for each group that changes anything; a group whose plan cannot be calculated joins the next."""
        steps: list[_Step] = []
        mix, calculated = Mixture.of(self.versions.before), earlier
        start, causes = mix.copy(), list[Cause]()
        for group in groups(self.versions):
            if not group.changes_anything:
                continue
            group.apply(mix, self.versions)
            causes.append(group.cause)
            then = later if group.cause is Cause.SETTINGS else self._calculated(mix)
            if then is None:
                continue
            moved = self.time.between(calculated.finish, then.finish)
            steps.append(_Step(tuple(causes), start, calculated, then, moved))
            start, calculated, causes = mix.copy(), then, []
        return steps

    def broken_down(self, steps: Sequence[_Step]) -> tuple[Move, ...]:
        """In the order of the steps. Broken down from the smallest on, each with its share of what is left."""
        moves = [Move(each.causes, each.moved_by) for each in steps]
        order = [place for place, step in enumerate(steps) if len(step.causes) == 1 and has_singles(step.causes[0])]
        order.sort(key=lambda place: abs(steps[place].moved_by))
        for still, place in zip(range(len(order), 0, -1), order, strict=True):
            allowed = -(-self.singles_left // still)  # what a small move leaves over goes to the larger ones
            moves[place] = replace(moves[place], parts=self._parts(steps[place], allowed))
        return tuple(each for each in moves if each.moved_by or each.parts)

    def _parts(self, step: _Step, allowed: int) -> tuple[Part, ...]:
        mix, calculated = step.start, step.calculated
        parts: list[Part] = []
        for single in singles(step.causes[0], self.versions, _path(step)):
            trial = mix.copy()
            words = single.edit(trial, calculated)
            if not words:
                continue
            if not allowed:
                break
            allowed, self.singles_left = allowed - 1, self.singles_left - 1
            then = self._calculated(trial)
            if then is None:
                continue
            if single.is_named and (moved := self.time.between(calculated.finish, then.finish)):
                parts.append(_part(single, words, moved))
            mix, calculated = trial, then
        return tuple(parts)

    def _calculated(self, mix: Mixture) -> Calculation | None:
        """``None`` where the parts of two versions make no plan: a loop, or a calendar that runs out."""
        self.calculations += 1
        try:
            return calculate(mix.schedule())
        except (InvalidSchedule, OutOfWorkingTime):
            return None


def _part(single: Single, words: str, moved: int) -> Part:
    activity = single.activity
    if activity is None:
        return Part(words, moved, name=single.name)
    return Part(words, moved, activity.uid, activity.id, activity.name)


def _path(step: _Step) -> list[Uid]:
    """The longest path before and after the step, by early start: a predecessor answers before its successors."""
    found = dict.fromkeys((*step.calculated.longest_path, *step.then.longest_path))
    place = {uid: number for number, uid in enumerate(found)}

    def when(uid: Uid) -> tuple[datetime, int]:
        dates = step.calculated.dates.get(uid) or step.then.dates[uid]
        return dates.early_start or datetime.max, place[uid]

    return sorted(found, key=when)


def _singles_allowed(schedule: Schedule) -> int:
    return max(FEWEST_SINGLES, min(MOST_SINGLES, ACTIVITIES_CALCULATED // max(1, len(schedule.activities))))
