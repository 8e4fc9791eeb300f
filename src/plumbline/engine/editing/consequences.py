"""What an edit did to the dates: which rows moved, and where the finish lies now and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from plumbline.engine.comparison.wording import named
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation


@dataclass(frozen=True, slots=True)
class Consequences:
    """``changed``: rows of the plan after, whose dates, float, criticality or drivers are others, in its order.

    ``sentence`` is empty where nothing moved. ``driver`` is the row that the finish hangs on now, as the sentence says.
    """

    changed: tuple[Uid, ...]
    sentence: str = ""
    driver: Uid | None = None


def consequences(
    before: Schedule,
    after: Schedule,
    calculated_before: Calculation | None,
    calculated_after: Calculation | None,
    touched: Collection[Uid] = (),
) -> Consequences:
    """A calculation is ``None`` where a plan cannot be calculated. ``touched`` are the rows that the edit wrote.

    Source: docs/methods/editing.md.
    """
    uids = tuple(each.uid for each in after.activities)
    if calculated_after is None:
        said = "" if calculated_before is None else "The plan has no dates any more: its links lead in a circle."
        return Consequences(uids if calculated_before else (), said)
    if calculated_before is None:
        return Consequences(uids, f"The plan has dates again; it finishes on {_day(calculated_after.finish)}.")
    was = calculated_before.dates
    changed = tuple(uid for uid in uids if was.get(uid) != calculated_after.dates.get(uid))
    moved_from, moved_to = calculated_before.finish, calculated_after.finish
    if moved_from == moved_to or not after.activities:
        return Consequences(changed, _rows_that_moved(before, calculated_before, calculated_after))
    driver = _driver(after, calculated_after, touched)
    whole = moved_from.date() != moved_to.date()
    sentence = f"The finish moves from {_day(moved_from, whole)} to {_day(moved_to, whole)}"
    if driver is None:
        return Consequences(changed, f"{sentence}.")
    return Consequences(changed, f"{sentence}, driven by {named(driver)}.", driver.uid)


def _rows_that_moved(before: Schedule, was: Calculation, now: Calculation) -> str:
    """Of those that were there before, without summaries, whose dates are those of others."""
    moved = sum(
        1
        for each in before.activities
        if not each.is_summary
        and (one := was.dates.get(each.uid))
        and (other := now.dates.get(each.uid))
        and (one.early_start, one.early_finish) != (other.early_start, other.early_finish)
    )
    if not moved:
        return ""
    return f"{moved:,} {'row moves' if moved == 1 else 'rows move'}; the finish stays on {_day(now.finish)}."


def _driver(schedule: Schedule, calculation: Calculation, touched: Collection[Uid]) -> Activity | None:
    """On the longest path: the last of the rows that were written, else the last that takes time, else the last."""
    path = [schedule.activity_by_uid[uid] for uid in calculation.longest_path if uid in schedule.activity_by_uid]
    path.sort(key=lambda each: calculation.early_finish(each.uid))
    written = [each for each in path if each.uid in touched]
    working = [each for each in path if not each.is_milestone]
    return next(iter((written or working or path)[::-1]), None)


def _day(moment: datetime, whole: bool = True) -> str:
    return f"{moment.day} {moment:%b %Y}" if whole else f"{moment.day} {moment:%b %Y, %H:%M}"
