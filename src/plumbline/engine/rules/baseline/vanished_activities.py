"""Work of the previous version that is in the plan no more."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, work_and_milestones
from plumbline.engine.rules.previous_version import NO_PREVIOUS_PLAN, before_and_now
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Vanished activities",
    question="How many activities of the previous version of the plan have vanished?",
    population="activities of the previous version",
    statement="{share} activities of the previous version {have} vanished",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Late work is easily mended by deleting it. Activities that disappear between two versions take scope, "
        "progress and delay with them, and no comparison with the baseline shows that they were ever there."
    ),
    mend=(
        "Ask for each listed activity who decided to drop it. Keep dropped work in the plan, closed or inactive and "
        "with a note, and put back what was deleted by mistake."
    ),
    references=("GAO BP 10", "GAO BP 1"),
    parameters=(("which", "all"),),
    choices=(("which", ("all", "started")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """An activity that is still there but was made inactive has vanished from the work too."""
    if facts.plan is None:
        return NO_PLAN
    if facts.previous_plan is None:
        return NO_PREVIOUS_PLAN
    previous = facts.previous_plan.schedule
    counted = [each for each in work_and_milestones(previous) if settings.choice("which") == "all" or each.is_started]
    present = {before.uid: now for before, now in before_and_now(previous, facts.plan.schedule)}
    gone = [each for each in counted if each.uid not in present or not present[each.uid].active]
    offenders = tuple(Offender.activity(each, _detail(each, present.get(each.uid))) for each in gone)
    return Count(len(offenders), len(counted), offenders)


def _detail(before: Activity, now: Activity | None) -> str:
    state = "complete" if before.is_complete else "in progress" if before.is_started else "open"
    return f"{state} in the previous version, {'inactive' if now else 'not in the plan'} now"
