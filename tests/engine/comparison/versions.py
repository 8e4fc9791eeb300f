"""Two versions of a small plan, and what is found between them."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.comparison import ChangeKind, Comparison, FinishMove, compare, what_moved_the_finish
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate

Row = tuple[str, str, object, object]


def compared(before: Schedule, after: Schedule) -> Comparison:
    return compare(before, after, calculate(before), calculate(after))


def rows(comparison: Comparison, kind: ChangeKind) -> list[Row]:
    """What changed, in which field, from what to what."""
    return [(each.id or each.name, each.field, each.before, each.after) for each in comparison.of_kind(kind)]


def moved(before: Schedule, after: Schedule) -> FinishMove:
    return what_moved_the_finish(before, after, calculate(before), calculate(after))


def told(move: FinishMove, per_day: int = 1440) -> dict[str, tuple[float, dict[str, float], float]]:
    """By cause: the move, its parts by activity (or calendar) with their words, and the rest, in days."""
    return {
        " + ".join(each.causes): (
            each.moved_by / per_day,
            {f"{part.id or part.name} {part.words}": part.moved_by / per_day for part in each.parts},
            each.rest / per_day,
        )
        for each in move.moves
    }


def renumbered(schedule: Schedule) -> Schedule:
    """The same plan as a copy made in P6 has it: new unique ids, the same activity ids."""
    return replace(
        schedule,
        activities=tuple(replace(each, uid=f"new {each.uid}") for each in schedule.activities),
        links=tuple(
            replace(each, predecessor=f"new {each.predecessor}", successor=f"new {each.successor}")
            for each in schedule.links
        ),
    )
