"""Support work that is planned as if it produced something."""

from __future__ import annotations

import re

from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN, days_as_text, in_days, incomplete_tasks
from plumbline.engine.rules.rule import Count, LimitKind, Offender, Rule, RuleSettings, Severity

RULE = Rule(
    title="Level of effort by name",
    question="How many long activities are support work by their name but are planned as tasks?",
    population="open activities",
    statement="{share} open activities ({percent}) {are} support work by name but planned as tasks",
    limit_kind=LimitKind.AT_MOST_PERCENT,
    limit=0,
    severity=Severity.INFO,
    why=(
        "Managing, supervising and reporting last as long as the work they serve; they do not decide when it ends. "
        "Planned as a task, they end up on the critical path and hide the chain that really decides."
    ),
    mend=(
        "Plan each listed activity as level of effort, or where the planning tool has no such thing, without "
        "successors and as long as the work it serves. If it does end with a result, name it after the result."
    ),
    references=("GAO BP 1", "GAO BP 6"),
    parameters=(("shortest_days", 20), ("more_words", "")),
)

SUPPORT_WORK = (
    # English
    "project management", "programme management", "program management", "site management", "contract management",
    "project controls", "project administration", "site supervision", "supervision of works", "coordination",
    "project support", "progress reporting", "project office",
    # German
    "projektmanagement", "projektleitung", "projektsteuerung", "projektbüro", "bauleitung", "bauüberwachung",
    "koordination", "projektbegleitung", "berichtswesen",
    # French
    "gestion de projet", "pilotage", "suivi de chantier", "suivi de projet", "direction des travaux",
    # Spanish and Portuguese
    "gestión de proyecto", "gestión del proyecto", "dirección de obra", "coordinación",
    "gestão do projeto", "gestão de projeto", "coordenação", "fiscalização",
    # Italian
    "gestione del progetto", "direzione lavori", "coordinamento",
    # Dutch, Polish, Swedish
    "projectmanagement", "projectleiding", "coördinatie", "zarządzanie projektem", "nadzór", "koordynacja",
    "projektledning", "samordning",
)  # fmt: skip
"""What support work is called; whole words, in lower case."""


def check(facts: ProjectFacts, settings: RuleSettings) -> Count:
    """Names only hint, so only activities of ``shortest_days`` or more count; ``more_words`` is a list with commas."""
    if facts.plan is None:
        return NO_PLAN
    schedule = facts.plan.schedule
    open_tasks = incomplete_tasks(schedule)
    words = _pattern((*SUPPORT_WORK, *settings.choice("more_words").split(",")))
    least = settings.number("shortest_days")
    lengths = [(each, in_days(schedule, each, each.duration)) for each in open_tasks]
    offenders = tuple(
        Offender.activity(each, f"'{found[0]}' for {days_as_text(days)}")
        for each, days in lengths
        if days >= least and (found := words.search(each.name.casefold()))
    )
    return Count(len(offenders), len(open_tasks), offenders)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    known = (re.escape(each.strip().casefold()) for each in words if each.strip())
    return re.compile(rf"\b(?:{'|'.join(known)})\b")
