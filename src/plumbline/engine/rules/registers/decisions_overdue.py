"""Decisions that the project waits for beyond the day it needed them."""

from __future__ import annotations

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.entries import count_overdue
from plumbline.engine.rules.rule import Count, LimitKind, Rule, RuleSettings, Severity

RULE = Rule(
    title="Overdue decisions",
    question="How many decisions does the project still wait for after the day it needed them?",
    population="open decisions",
    statement="{share} open decisions {are} overdue",
    limit_kind=LimitKind.AT_MOST_COUNT,
    limit=0,
    severity=Severity.MINOR,
    why=(
        "Work that waits for a decision costs money and moves nothing. The plan does not show it, because the "
        "waiting is in nobody’s activity."
    ),
    mend=(
        "Ask the decider what is missing to decide, and say what each week costs. If the day is not needed any "
        "more, change it; if nobody can decide, take it one level up."
    ),
    references=(),
)


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Decisions that nobody has taken, past their day."""
    return count_overdue(facts.registers.decisions if facts.registers else None, facts.as_of.date(), "decision")
