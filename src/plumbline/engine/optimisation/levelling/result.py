"""What levelling gives back: dates, what moves and why, and how sure it is that nothing better exists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from plumbline.engine.optimisation.levelling.checker import Broken, Key, Placed
from plumbline.engine.schedule import Constraint, ConstraintKind, Schedule, Uid


@dataclass(frozen=True, slots=True)
class Full:
    """A resource that was in use from ``first`` to ``last``, by the activities named, so that another had to wait."""

    resource: str
    first: datetime
    last: datetime
    used_by: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """An activity that levelling starts later than its links alone would: by ``minutes`` of its own working time.

    ``waits_for`` are the predecessors that hold it where it is, ``full`` the resources that did before its start.
    """

    plan: int
    activity: Uid
    before: datetime
    after: datetime
    minutes: int
    waits_for: tuple[Key, ...] = ()
    full: tuple[Full, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectResult:
    """One plan levelled: its finish as its links alone have it, when it is due, and its finish now.

    ``tardiness`` is how many working minutes it finishes after it is due.
    """

    name: str
    finish_before: datetime
    due: datetime
    finish: datetime
    tardiness: int
    weight: int


@dataclass(frozen=True, slots=True)
class Levelled:
    """A scenario: nothing of the plans is changed.

    ``placed`` is by place of the plan and uid, ``early`` the starts that links and constraints alone would have.

    ``makespan`` is the working time from start to finish of all in minutes, ``bound`` what it cannot be below;
    ``proven`` says that nothing better exists for what was asked. ``broken`` is what an independent check found wrong,
    which should be nothing. ``unlimited`` names resources without a stated number, ``asks_too_much`` activities that
    need more than there is and get all there is.
    """

    plans: tuple[Schedule, ...]
    placed: dict[Key, Placed]
    early: dict[Key, datetime]
    start: datetime
    finish: datetime
    makespan: int
    bound: int
    projects: tuple[ProjectResult, ...]
    moves: tuple[Move, ...]
    broken: tuple[Broken, ...]
    unlimited: tuple[str, ...]
    asks_too_much: tuple[Key, ...]
    proven: bool
    tried: int
    machine: str

    @property
    def tardiness(self) -> int:
        """Weighted, in working minutes."""
        return sum(each.tardiness * each.weight for each in self.projects)

    def scenario(self, plan: int) -> Schedule:
        """The plan with each activity that starts later held at its levelled start: it calculates to these dates."""
        held = {
            uid: placed.start
            for (place, uid), placed in self.placed.items()
            if place == plan and placed.moved and placed.start > self.early[place, uid]
        }
        schedule = self.plans[plan]
        return replace(
            schedule,
            activities=tuple(
                replace(each, constraints=_held(each.constraints, held[each.uid])) if each.uid in held else each
                for each in schedule.activities
            ),
        )


def _held(constraints: tuple[Constraint, ...], start: datetime) -> tuple[Constraint, ...]:
    kept = tuple(each for each in constraints if each.kind is not ConstraintKind.START_NO_EARLIER_THAN)
    return (*kept, Constraint(ConstraintKind.START_NO_EARLIER_THAN, start))
