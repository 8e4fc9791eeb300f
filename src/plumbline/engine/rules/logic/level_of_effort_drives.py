"""Levels of effort with a successor that is real work."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import LinkKind, Schedule, Uid

RULE = Rule(
    title="Level of effort drives work",
    question="How many open levels of effort have a successor that is real work?",
    population="open levels of effort",
    statement="{share} open levels of effort ({percent}) {have} a successor that is real work",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A level of effort (supervision, support) lasts as long as the work it serves; it has no result that anybody "
        "could wait for. If work waits for it, the plan says the opposite, and tools differ in what they make of it."
    ),
    mend=(
        "Remove the link and tie the successor to the work whose result it needs. A level of effort gets its dates "
        "from predecessors: start to start from the work that opens it, finish to finish from the work that closes it."
    ),
    references=("DECM 06A210a", "GAO BP 6"),
    parameters=(("finish_to_finish", "count"),),
    choices=(("finish_to_finish", ("count", "excuse")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    details = _driven_work(schedule, excuse_spans=settings.choice("finish_to_finish") == "excuse")
    efforts = [each for each in schedule.activities if each.is_level_of_effort and each.active and not each.is_complete]
    offenders = tuple(Offender.activity(each, ", ".join(details[each.uid])) for each in efforts if each.uid in details)
    return Count(len(offenders), len(efforts), offenders)


def _driven_work(schedule: Schedule, *, excuse_spans: bool) -> dict[Uid, list[str]]:
    """For each level of effort its open successors. Some span one by a finish-to-finish link to its last work."""
    details: dict[Uid, list[str]] = defaultdict(list)
    for link in schedule.links:
        before, after = schedule.activity_by_uid[link.predecessor], schedule.activity_by_uid[link.successor]
        is_work = after.active and not (after.is_level_of_effort or after.is_summary or after.is_complete)
        excused = excuse_spans and link.kind is LinkKind.FINISH_FINISH
        if before.is_level_of_effort and is_work and not excused:
            details[before.uid].append(f"{link.kind} to {after.id}")
    return details
