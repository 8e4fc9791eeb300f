"""The one call about a project: facts and a standard in, everything the evidence says out."""

from __future__ import annotations

from dataclasses import replace

from plumbline import __version__
from plumbline.engine import catalogue
from plumbline.engine.assessment.freshness import staleness
from plumbline.engine.assessment.health import dimension_statuses, overall_status
from plumbline.engine.assessment.records import Assessment, MetricResult
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Measurement, not_measurable
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.rules_in_force import dimension_of, rules_in_force, settings_of
from plumbline.engine.schedule import InvalidSchedule
from plumbline.engine.standard.schema import Standard

_NO_DATES = (InvalidSchedule, OutOfWorkingTime)


def assess(facts: ProjectFacts, standard: Standard, seed: int = 0) -> Assessment:
    """Run every rule the standard applies and every metric, and derive the status of each dimension.

    The same facts, standard, seed and engine version always give the same assessment. A rule that needs dates
    which the plan does not yield (its links form a loop, say) is *not assessable*, with the reason. One that
    fails and is set aside for the project is *waived*.
    """
    facts = _asked_by(standard, facts)
    results = judged(facts, standard)
    metrics = tuple(_measured(each, facts) for each in catalogue.metrics())
    dimensions = dimension_statuses(
        standard,
        results={each.rule: each for each in results},
        metrics={each.metric: each for each in metrics},
        stale=staleness(facts, standard),
    )
    return Assessment(
        results=results,
        metrics=metrics,
        dimensions=dimensions,
        overall=overall_status(dimensions),
        engine_version=__version__,
        standard_name=standard.name,
        standard_version=standard.version,
        standard_hash=standard.content_hash,
        seed=seed,
        data_date=facts.plan.schedule.data_date if facts.plan else None,
        as_of=facts.as_of,
    )


def judged(facts: ProjectFacts, standard: Standard) -> tuple[RuleResult, ...]:
    """Every rule that the standard applies, and nothing else of an assessment: while a plan is written, say."""
    facts = _asked_by(standard, facts)
    return tuple(_result(each, facts, standard) for each in rules_in_force(standard))


def _asked_by(standard: Standard, facts: ProjectFacts) -> ProjectFacts:
    """What is ready and what is done differs from standard to standard."""
    if facts.acceptance is None:
        return facts
    ready = tuple(point.asked_as(name) for name, point in standard.ready.items())
    done = tuple(point.asked_as(name) for name, point in standard.done.items())
    return replace(facts, acceptance=replace(facts.acceptance, ready=ready, done=done))


def _result(each: catalogue.CataloguedRule, facts: ProjectFacts, standard: Standard) -> RuleResult:
    found = each.judge(facts, settings_of(standard, each))
    return replace(_waived(found, facts), dimension=dimension_of(standard, each.name))


def _waived(found: RuleResult, facts: ProjectFacts) -> RuleResult:
    """A failure of a rule that is set aside is no failure, and no pass either."""
    last_day = facts.waivers.get(found.rule)
    if found.outcome is not Outcome.FAIL or last_day is None or facts.as_of.date() > last_day:
        return found
    sentence = f"{found.sentence} Set aside for this project through {last_day:%Y-%m-%d}."
    return replace(found, outcome=Outcome.WAIVED, sentence=sentence)


def _measured(each: catalogue.CataloguedMetric, facts: ProjectFacts) -> MetricResult:
    try:
        found: Measurement = each.measure(facts)
    except _NO_DATES as error:
        found = not_measurable(f"The dates of the plan cannot be calculated: {error}.")
    return MetricResult(
        metric=each.name,
        title=each.metric.title,
        value=found.value,
        unit=each.metric.unit,
        better=each.metric.better,
        reason=found.reason,
    )
