"""Changes that make a plan look better than it is: each is a question for whoever made it, not a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from plumbline.engine.comparison.kinds import ChangeKind, How, SuspicionKind, Thing
from plumbline.engine.comparison.records import Change, Suspicion
from plumbline.engine.comparison.wording import constraint, constraints, day, days, link, minutes_per_day, named, short
from plumbline.engine.schedule import Activity, Constraint, Link, Schedule, Uid
from plumbline.engine.schedule.calculation import ActivityDates, Calculation

_NO_DATES = ActivityDates()
REBASELINED_FROM = 0.5
"""A baseline that changed for more than this share of the open activities that had one is a new baseline."""


@dataclass(frozen=True)
class Evidence:
    """Both versions by the ids of the later one, what changed, and their dates where they can be calculated."""

    before: Schedule
    after: Schedule
    changes: tuple[Change, ...]
    calculated_before: Calculation | None
    calculated_after: Calculation | None

    def dates_before(self, uid: Uid | None) -> ActivityDates:
        found = self.calculated_before.dates.get(uid) if self.calculated_before and uid is not None else None
        return found or _NO_DATES

    def dates_after(self, uid: Uid | None) -> ActivityDates:
        found = self.calculated_after.dates.get(uid) if self.calculated_after and uid is not None else None
        return found or _NO_DATES

    @cached_property
    def path_before(self) -> frozenset[Uid]:
        return frozenset(self.calculated_before.longest_path if self.calculated_before else ())

    def decided_the_finish(self, uid: Uid) -> bool:
        """Whether the activity was critical, or on the longest path, in the earlier version."""
        return self.dates_before(uid).critical or uid in self.path_before


def suspicions(evidence: Evidence) -> tuple[Suspicion, ...]:
    """All suspicions, by kind in the order of ``SuspicionKind``, then in the order of the plan."""
    return tuple(found for look in _LOOKS for found in look(evidence))


def _data_date_back(evidence: Evidence) -> Iterator[Suspicion]:
    was, now = evidence.before.data_date, evidence.after.data_date
    if was and now and now < was:
        yield Suspicion(
            SuspicionKind.DATA_DATE_BACK,
            f"The data date went back from {day(was)} to {day(now)}: what was reported since no longer counts.",
        )


def _actual_dates_rewritten(evidence: Evidence) -> Iterator[Suspicion]:
    for change in evidence.changes:
        if change.kind is ChangeKind.ACTUAL_DATES:
            end = "start" if change.field == "actual_start" else "finish"
            became = "was removed" if change.after is None else f"became {day(change.after)}"  # type: ignore[arg-type]
            reason = f"Its actual {end} of {day(change.before)} {became}: what has happened does not change."  # type: ignore[arg-type]
            yield _about(change, SuspicionKind.ACTUAL_DATE_REWRITTEN, reason)


def _baseline_changed(evidence: Evidence) -> Iterator[Suspicion]:
    changed: dict[Uid | None, list[Change]] = {}
    for change in evidence.changes:
        if change.kind is ChangeKind.BASELINE and change.before is not None:
            changed.setdefault(change.uid, []).append(change)
    promised = [
        each.uid
        for each in evidence.before.activities
        if each.baseline and not each.is_summary and not each.is_complete and each.uid in evidence.after.activity_by_uid
    ]
    if sum(uid in changed for uid in promised) > REBASELINED_FROM * len(promised):
        return
    for changes in changed.values():
        what = " and ".join(each.field.replace("_", " ") for each in changes)
        reason = f"Its {what} changed, though the plan as a whole was not given a new baseline."
        yield _about(changes[0], SuspicionKind.BASELINE_CHANGED, reason)


def _started_or_late_removed(evidence: Evidence) -> Iterator[Suspicion]:
    for activity in evidence.before.activities:
        if activity.is_summary or activity.is_complete or activity.uid in evidence.after.activity_by_uid:
            continue
        dates = evidence.dates_before(activity.uid)
        promised = activity.baseline.finish if activity.baseline else None
        if activity.is_started:
            reason = f"It was removed after it had started on {day(activity.actual_start)}."
        elif dates.total_float is not None and dates.total_float < 0:
            reason = f"It was removed while it was {_in_days(evidence.before, activity, -dates.total_float)} late."
        elif promised and dates.early_finish and dates.early_finish > promised:
            reason = f"It was removed while it was late: finish {day(dates.early_finish)}, promised {day(promised)}."
        else:
            continue
        yield Suspicion(SuspicionKind.STARTED_OR_LATE_REMOVED, reason, activity.uid, activity.id, activity.name)


def _duration_cut(evidence: Evidence) -> Iterator[Suspicion]:
    """Only where nothing was reported as done since: work that goes faster than planned is no suspicion."""
    for change in evidence.changes:
        if change.field != "duration" or change.thing is not Thing.ACTIVITY or change.uid is None:
            continue
        was, now = evidence.before.activity_by_uid[change.uid], evidence.after.activity_by_uid[change.uid]
        is_cut = now.duration < was.duration and not now.is_complete
        nothing_done = now.percent_complete <= was.percent_complete and now.is_started == was.is_started
        if is_cut and nothing_done and evidence.decided_the_finish(now.uid):
            lengths = _in_days(evidence.before, was, was.duration), _in_days(evidence.after, now, now.duration)
            reason = f"It decided the finish, and its duration was cut from {lengths[0]} to {lengths[1]}"
            yield _about(change, SuspicionKind.DURATION_CUT, f"{reason} without any progress since.")


def _lag_cut(evidence: Evidence) -> Iterator[Suspicion]:
    for was, now in _links(evidence):
        if now is None or now.lag >= (was.lag if was else 0):
            continue
        successor = evidence.after.activity_by_uid[now.successor]
        if successor.is_started or not evidence.decided_the_finish(successor.uid):
            continue
        before = evidence.after.activity_by_uid[now.predecessor]
        became = f"cut from {link(evidence.before, was)} to" if was else "added with a lead,"
        reason = f"It decided the finish, and the link from {named(before)} was {became} {link(evidence.after, now)}"
        yield Suspicion(SuspicionKind.LAG_CUT, f"{reason}.", successor.uid, successor.id, successor.name)


def _links(evidence: Evidence) -> Iterator[tuple[Link | None, Link | None]]:
    for change in evidence.changes:
        if change.thing is Thing.LINK:
            yield change.before, change.after  # type: ignore[misc]


def _constraint_added(evidence: Evidence) -> Iterator[Suspicion]:
    for change, was, now in _constrained(evidence):
        if new := _hard(now) - _hard(was):
            words = " and ".join(sorted(map(constraint, new)))
            reason = f"It got the constraint '{words}', which can hold its date whatever the links say."
            yield _about(change, SuspicionKind.CONSTRAINT_ADDED, reason)


def _lateness_removed(evidence: Evidence) -> Iterator[Suspicion]:
    for change, was, now in _constrained(evidence):
        before, after = evidence.dates_before(was.uid), evidence.dates_after(now.uid)
        if before.total_float is None or before.total_float >= 0 or now.is_complete:
            continue
        if _hard(was) - _hard(now) and after.total_float is not None and after.total_float >= 0:
            late = _in_days(evidence.before, was, -before.total_float)
            reason = f"It was {late} late against '{constraints(tuple(sorted(_hard(was), key=constraint)))}'"
            yield _about(
                change, SuspicionKind.LATENESS_REMOVED, f"{reason}; the constraint changed, and the lateness is gone."
            )


def _constrained(evidence: Evidence) -> Iterator[tuple[Change, Activity, Activity]]:
    for change in evidence.changes:
        if change.field == "constraints" and change.uid is not None:
            yield change, evidence.before.activity_by_uid[change.uid], evidence.after.activity_by_uid[change.uid]


def _hard(activity: Activity) -> set[Constraint]:
    return {each for each in activity.constraints if each.kind.is_hard}


def _calendar_longer(evidence: Evidence) -> Iterator[Suspicion]:
    for change in evidence.changes:
        if change.thing is Thing.CALENDAR and change.field == "working_time" and change.how is How.CHANGED:
            was, now = float(change.before), float(change.after)  # type: ignore[arg-type]
            if now > was:
                reason = f"It has {short(now)} working hours a month instead of {short(was)}"
                yield _about(change, SuspicionKind.CALENDAR_LONGER, f"{reason}: work on it ends sooner on paper.")


def _in_days(schedule: Schedule, activity: Activity, minutes: int) -> str:
    return days(minutes, minutes_per_day(schedule, activity))


def _about(change: Change, kind: SuspicionKind, reason: str) -> Suspicion:
    return Suspicion(kind, reason, change.uid, change.id, change.name)


_LOOKS: tuple[Callable[[Evidence], Iterator[Suspicion]], ...] = (
    _data_date_back,
    _actual_dates_rewritten,
    _baseline_changed,
    _started_or_late_removed,
    _duration_cut,
    _lag_cut,
    _constraint_added,
    _lateness_removed,
    _calendar_longer,
)
