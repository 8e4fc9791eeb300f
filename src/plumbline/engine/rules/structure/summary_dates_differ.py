"""Summaries that show other dates than the work below them."""

from __future__ import annotations

from datetime import datetime

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity, not_assessable
from plumbline.engine.schedule import Activity, Schedule
from plumbline.engine.schedule.summaries import leaves_below

RULE = Rule(
    title="Summary dates differ",
    question="How many summaries show other dates than the work below them?",
    population="summaries with dates",
    statement="{share} summaries {have} other dates than the work below them",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Managers read the summaries, the team reads the activities. Where the two differ, the report promises a date "
        "that nobody works towards."
    ),
    mend=(
        "Let the planning tool calculate the summary from the work below it: set it to automatic scheduling and take "
        "away dates that were typed in. Then calculate the plan again."
    ),
    references=("GAO BP 5",),
)

_NO_DATES = not_assessable(
    "The file holds no dates of summaries, so they cannot differ from the work below: the planning tool takes them "
    "from there each time."
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Compares by day the dates that the file itself shows; nothing is calculated."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    dated = [each for each in schedule.activities if each.is_summary and each.active and _has_dates(each)]
    if not dated:
        return _NO_DATES
    below = leaves_below(schedule)
    spans = [(each, _span(_active(schedule, below.get(each.uid, [])))) for each in dated]
    compared = [(each, span) for each, span in spans if span is not None]
    differences = [(each, ", ".join(_differences(each, *span))) for each, span in compared]
    offenders = tuple(Offender.activity(activity, detail) for activity, detail in differences if detail)
    return Count(len(offenders), len(compared), offenders)


def _has_dates(activity: Activity) -> bool:
    return activity.planned_start is not None and activity.planned_finish is not None


def _active(schedule: Schedule, uids: list[int | str]) -> list[Activity]:
    return [each for uid in uids if (each := schedule.activity_by_uid[uid]).active]


def _span(below: list[Activity]) -> tuple[datetime, datetime] | None:
    starts = [each.actual_start or each.planned_start for each in below]
    finishes = [each.actual_finish or each.planned_finish for each in below]
    known_starts, known_finishes = [each for each in starts if each], [each for each in finishes if each]
    return (min(known_starts), max(known_finishes)) if known_starts and known_finishes else None


def _differences(summary: Activity, start: datetime, finish: datetime) -> list[str]:
    dates = (("begins", summary.planned_start, start), ("ends", summary.planned_finish, finish))
    return [
        f"{what} {shown:%Y-%m-%d}, the work below it {of_work:%Y-%m-%d}"
        for what, shown, of_work in dates
        if shown is not None and shown.date() != of_work.date()
    ]
