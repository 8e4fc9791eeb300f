"""Actions that were promised for a day that has gone by."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.entries import count_overdue
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Overdue actions",
    question="How many open actions are past the day they were promised for?",
    population="open actions",
    statement="{share} open actions {are} overdue",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=25,
    severity=Severity.MINOR,
    why=(
        "Actions are how a project answers to what it has found out. When a quarter of them lies past its day, "
        "people have stopped believing in the dates, and new promises are worth as little."
    ),
    mend=(
        "Ask each owner whether it is done, is still needed, and by when it can honestly be promised. Close, drop "
        "or move it; a new day with a reason is better than an old one that nobody believes."
    ),
    references=(),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Percent of the open actions."""
    return count_overdue(facts.registers.actions if facts.registers else None, facts.as_of.date(), "action")
