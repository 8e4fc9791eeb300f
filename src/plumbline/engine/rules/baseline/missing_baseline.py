"""Work that nobody has promised a date for."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_BASELINE, NO_PLAN, has_baseline, tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Missing baseline",
    question="How many activities have no baseline dates?",
    population="activities",
    statement="{share} activities ({percent}) {have} no baseline dates",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=5,
    severity=Severity.MAJOR,
    why=(
        "What has no baseline cannot be late, however late it is. Work added after the baseline was set often is the "
        "work that delays the project, and it stays invisible in every comparison."
    ),
    mend=(
        "Decide on the listed activities through change control and add them to the baseline in the planning tool, "
        "without touching the baseline dates of all the others."
    ),
    references=("DECM 06A501a", "GAO BP 10"),
    parameters=(("without_any_baseline", "not_assessable"),),
    choices=(("without_any_baseline", ("not_assessable", "fail")),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """A plan without any baseline date proves nothing, because some formats hold none, unless the standard says so."""
    if facts.plan is None:
        return NO_PLAN
    counted = tasks(facts.plan.schedule)
    if settings.choice("without_any_baseline") == "not_assessable" and counted and not has_baseline(counted):
        return NO_BASELINE
    missing = [(each, _missing(each)) for each in counted]
    offenders = tuple(Offender.activity(activity, what) for activity, what in missing if what)
    return Count(len(offenders), len(counted), offenders)


def _missing(activity: Activity) -> str:
    start = activity.baseline.start if activity.baseline else None
    finish = activity.baseline.finish if activity.baseline else None
    if start and finish:
        return ""
    if start or finish:
        return "no baseline finish" if start else "no baseline start"
    return "no baseline dates"
