"""Promises that end before they begin."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_BASELINE, NO_PLAN, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Baseline dates out of order",
    question="How many activities have baseline dates that cannot be true together?",
    population="activities with baseline dates",
    statement="{share} activities with baseline dates {have} some that cannot be true together",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "A baseline that finishes before it starts was typed in or patched, not calculated. Every variance and index "
        "that is measured against it is wrong, and nobody can tell what was really agreed."
    ),
    mend=(
        "Look up the agreed dates in the approved plan and set the baseline of the listed activities again from that "
        "plan, not by hand."
    ),
    references=("GAO BP 10",),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    everything = work_and_milestones(facts.plan.schedule)
    promised = [each for each in everything if each.baseline and each.baseline.start and each.baseline.finish]
    if everything and not promised:
        return NO_BASELINE
    faults = [(each, _fault(each)) for each in promised]
    offenders = tuple(Offender.activity(activity, fault) for activity, fault in faults if fault)
    return Count(len(offenders), len(promised), offenders)


def _fault(activity: Activity) -> str:
    baseline = activity.baseline
    if baseline is None or baseline.start is None or baseline.finish is None:
        return ""
    dates = f"{baseline.start:%Y-%m-%d} to {baseline.finish:%Y-%m-%d}"
    if baseline.finish < baseline.start:
        return f"the baseline ends before it begins: {dates}"
    if activity.is_milestone and baseline.start.date() != baseline.finish.date():
        return f"the baseline of a milestone is one day, not {dates}"
    if not activity.is_milestone and baseline.duration and baseline.finish == baseline.start:
        return f"the baseline has a duration but begins and ends on {baseline.start:%Y-%m-%d %H:%M}"
    return ""
