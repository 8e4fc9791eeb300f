"""Pure calculation: no Django, no clock, no disk, no network, no hidden randomness.

What other people's programs need of it: ``read`` a file, ``schedule`` a plan, ``check`` it, ``compare`` two versions.
A tutorial is in docs/guides/engine.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from plumbline.engine.schedule import Link, Schedule

if TYPE_CHECKING:
    from plumbline.engine.comparison import Comparison, FinishMove
    from plumbline.engine.readers import PlanFile
    from plumbline.engine.rules.rule import RuleSettings
    from plumbline.engine.rules.verdict import RuleResult
    from plumbline.engine.schedule.calculation import Calculation

__all__ = [
    "accelerate",
    "check",
    "compare",
    "read",
    "schedule",
    "schedule_together",
    "what_moved_the_finish",
]


def read(data: bytes, filename: str) -> PlanFile:
    """The plans in the bytes of a file; ``filename`` helps to tell the format, and names a plan that has no name.

    Raises ``UnreadableSchedule``, whose ``problems`` say what is wrong, where, and what to do; nothing else, whatever
    the bytes. Formats: docs/catalogue/formats.md.
    """
    from plumbline.engine import readers

    return readers.read(data, filename)


def schedule(plan: Schedule) -> Calculation:
    """All dates of ``plan`` by the conventions of its tool: naive datetimes, floats in working minutes.

    Raises ``LoopInSchedule`` when links lead back to where they came from, and ``OutOfWorkingTime`` when a calendar
    runs out. Source: docs/methods/critical-path.md.
    """
    from plumbline.engine.schedule.calculate import calculate

    return calculate(plan)


def schedule_together(plans: Iterable[Schedule], links_between: Iterable[Link] = ()) -> tuple[Calculation, ...]:
    """The dates of plans that are tied to each other, such as ``PlanFile.schedules`` by ``PlanFile.links_between``.

    One result for each, in their order. Raises what ``schedule`` raises. Source: docs/methods/critical-path.md.
    """
    from plumbline.engine.schedule.calculate import calculate_together

    return calculate_together(tuple(plans), links_between)


def check(
    plan: Schedule,
    *,
    previous: Schedule | None = None,
    as_of: datetime | None = None,
    settings: Mapping[str, RuleSettings] | None = None,
) -> tuple[RuleResult, ...]:
    """The result of every rule about ``plan``, in the order of the catalogue.

    ``previous`` is the version before it, for the rules that compare two; ``as_of`` the day on which the plan is looked
    at, without it its data date or start; ``settings`` are other limits and parameters, by rule. A rule that cannot be
    judged is *not assessable* and says why. Raises nothing. Source: docs/methods/schedule-quality.md.
    """
    from plumbline.engine import catalogue
    from plumbline.engine.facts import PlanFacts, ProjectFacts

    facts = ProjectFacts(
        as_of=as_of or plan.data_date or plan.start,
        plan=PlanFacts(plan),
        previous_plan=PlanFacts(previous) if previous else None,
    )
    return tuple(each.judge(facts, (settings or {}).get(each.name)) for each in catalogue.rules())


def compare(before: Schedule, after: Schedule) -> Comparison:
    """What changed from one version of a plan to the next, and what about it is worth asking.

    Raises ``LoopInSchedule`` and ``OutOfWorkingTime`` if one of them cannot be calculated.
    Source: docs/methods/what-moved-the-finish.md.
    """
    from plumbline.engine import comparison

    return comparison.compare(before, after, schedule(before), schedule(after))


def what_moved_the_finish(before: Schedule, after: Schedule) -> FinishMove:
    """By how many working minutes the finish moved, cause by cause; the parts add up to the whole.

    Raises what ``compare`` raises. Source: docs/methods/what-moved-the-finish.md.
    """
    from plumbline.engine import comparison

    return comparison.what_moved_the_finish(before, after, schedule(before), schedule(after))


def accelerate() -> None:
    """Calculate all dates of this process in machine code from now on; the results are the same.

    Compiling takes some seconds once. Raises ``NotAccelerated`` without numba (the extra ``fast``).
    """
    from plumbline.engine.schedule.machine import accelerate as use_machine_code

    use_machine_code()
