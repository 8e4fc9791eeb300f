"""The page of targets: one card for each commitment, and what the standard asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plumbline.engine.catalogue import rule_named
from plumbline.engine.facts import PlanFacts
from plumbline.engine.rules.targets.commitments_not_realistic import asked_by
from plumbline.engine.targets import Asked, Card, Verdict, judge
from plumbline.office.forecasts.models import Commitment
from plumbline.office.forecasts.queries.commitments import commitments_of
from plumbline.office.forecasts.queries.targets import latest_simulation, targets_of
from plumbline.office.governance import queries as governance
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project

RULE = "commitments_not_realistic"
COLOURS = {
    Verdict.REALISTIC: ("green", "check"),
    Verdict.KEPT: ("green", "check"),
    Verdict.IN_DOUBT: ("amber", "alert"),
    Verdict.NOT_REALISTIC: ("red", "alert"),
    Verdict.MISSED: ("red", "alert"),
    Verdict.UNKNOWN: ("", "help"),
}


@dataclass(frozen=True)
class ShownCard:
    commitment: Commitment
    card: Card

    @property
    def kind(self) -> str:
        return COLOURS[self.card.verdict][0]

    @property
    def icon(self) -> str:
        return COLOURS[self.card.verdict][1]

    @property
    def percent(self) -> int | None:
        found = self.card.target.simulated
        return None if found is None else round(100 * found.chance)


def cards_of(project: Project) -> list[ShownCard]:
    """In the order of their numbers. The same number of queries, however many there are."""
    promised = commitments_of(project)
    if not promised:
        return []
    plan = plan_facts_of(project)
    asked, day = asked_of(project), today(project.organisation)
    targets = targets_of(project, promised, plan, latest_simulation(project))
    return [ShownCard(each, judge(target, day, asked)) for each, target in zip(promised, targets, strict=True)]


def plan_facts_of(project: Project) -> PlanFacts | None:
    version = project.current_plan
    if version is None:
        return None
    return PlanFacts(projects.schedule_of(version), kept_calculation=projects.calculation_of(version))


def asked_of(project: Project) -> Asked:
    """By the project's standard, else by the rule itself."""
    rule, standard = rule_named(RULE).rule, governance.standard_for(project)
    applies = standard is not None and RULE in standard.rules
    return asked_by(standard.settings_for(RULE, rule) if standard and applies else rule.settings())


def milestones_of(project: Project) -> list[tuple[str, str]]:
    """Of the current plan that are still to come, to choose from."""
    if project.current_plan is None:
        return []
    schedule = projects.schedule_of(project.current_plan)
    return [
        (str(each.uid), f"{each.id} {each.name}")
        for each in schedule.activities
        if each.is_milestone and not each.is_complete and each.active
    ]


def target_lines(cards: list[ShownCard]) -> Iterator[list[Any]]:
    yield ["Reference", "What", "Promised", "By", "To", "On", "Verdict", "Plan", "P50", "P80", "Chance %",
           "Outside view P50", "Outside view P80", "In hand", "Trend leads to", "Why"]  # fmt: skip
    for shown in cards:
        target, made = shown.card.target, shown.commitment
        simulated, outside, trend = target.simulated, target.outside, shown.card.trend
        yield [
            made.reference, made.name, target.committed, made.promised_by.name if made.promised_by else "",
            made.promised_to, made.promised_on, str(shown.card.verdict), target.reached or target.expected,
            simulated.p50 if simulated else None, simulated.p80 if simulated else None, shown.percent,
            outside.p50 if outside else None, outside.p80 if outside else None, target.buffer,
            trend.leads_to if trend else None, " ".join(each.sentence for each in shown.card.reasons),
        ]  # fmt: skip
