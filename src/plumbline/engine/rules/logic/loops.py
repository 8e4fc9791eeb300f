"""Activities that wait for each other in a circle, so that none can ever begin."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rings import Ring, rings
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Schedule

RULE = Rule(
    title="Loops",
    question="Do any activities wait for each other in a circle?",
    population="activities",
    statement="Circles of activities that wait for each other: {numerator}",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MAJOR,
    why=(
        "If each waits for the other, none can begin: no date, no float and no critical path can be calculated for the "
        "whole plan, and every check that needs them is blind. Circles by way of a summary are hard to see."
    ),
    mend=(
        "Follow each listed circle and find the link that is the wrong way round or was drawn on a summary by mistake. "
        "Where work really goes to and fro, split it into steps: draft, review, correction."
    ),
    references=("GAO BP 2",),
)

_MOST_SHOWN = 12


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    found = rings(schedule)
    offenders = tuple(
        Offender.activity(schedule.activity_by_uid[uid], _detail(schedule, number, ring))
        for number, ring in enumerate(found, start=1)
        for uid in ring.activities
    )
    return Count(len(found), len(schedule.activities), offenders)


def _detail(schedule: Schedule, number: int, ring: Ring) -> str:
    """The way round, shortened in the middle where it is long; every member is an offender of its own."""
    ids = [schedule.activity_by_uid[uid].id for uid in (*ring.circle, ring.circle[0])]
    if len(ids) > _MOST_SHOWN:
        ids = [*ids[: _MOST_SHOWN - 2], f"... {len(ids) - _MOST_SHOWN} more ...", *ids[-2:]]
    return f"circle {number}: {' -> '.join(ids)}"
