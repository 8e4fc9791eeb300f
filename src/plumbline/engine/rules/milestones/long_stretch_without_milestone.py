"""Months in which nothing tells whether the project is on its way."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.rules.populations import NO_DATA_DATE, NO_PLAN, open_milestones, work_and_milestones
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity
from plumbline.engine.schedule import Activity

RULE = Rule(
    title="Long stretch without a milestone",
    question="How often do more than a few weeks pass between one milestone and the next?",
    population="stretches between milestones",
    statement="{share} stretches between milestones {are} longer than {weeks} weeks",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Between two milestones those who pay for the project can only be told that it goes well. The longer that "
        "lasts, the later a delay is seen and the less can be done about it."
    ),
    mend=(
        "Ask what will be there half-way that somebody outside the team can see, touch or accept, and make it a "
        "milestone with a date. The end of a phase is too rare; 'half of the work is done' is not to be seen."
    ),
    references=("GAO BP 1", "GAO BP 5"),
    parameters=(("weeks", 17),),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Stretches run from the data date over the calculated dates of the open milestones to the finish of the plan."""
    if facts.plan is None:
        return NO_PLAN
    data_date = facts.plan.schedule.data_date
    if data_date is None:
        return NO_DATA_DATE
    ends = _ends_of_stretches(facts.plan, data_date)
    longest = timedelta(weeks=1) * float(settings.number("weeks"))
    stretches = list(pairwise([data_date, *sorted(ends)]))
    offenders = tuple(
        Offender.activity(ends[finish], _detail(start, finish))
        for start, finish in stretches
        if finish - start > longest
    )
    return Count(len(offenders), len(stretches), offenders)


def _ends_of_stretches(plan: PlanFacts, data_date: datetime) -> dict[datetime, Activity]:
    """The moments to come at which something is reached: open milestones, and the last of all activities."""
    dates = plan.calculation.dates
    milestones = open_milestones(plan.schedule)
    open_work = [each for each in work_and_milestones(plan.schedule) if not each.is_complete]
    last = max(open_work, key=lambda each: dates[each.uid].early_finish or datetime.min, default=None)
    reached = [(dates[each.uid].early_finish, each) for each in (*([last] if last else ()), *milestones)]
    return {moment: each for moment, each in reached if moment is not None and moment > data_date}


def _detail(start: datetime, finish: datetime) -> str:
    weeks = Fraction((finish - start) // timedelta(minutes=1), 7 * 24 * 60)
    return f"{float(weeks):.1f} weeks without a milestone, from {start:%Y-%m-%d} to {finish:%Y-%m-%d}"
