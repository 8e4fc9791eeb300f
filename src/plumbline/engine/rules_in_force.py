"""The rules that a standard applies: those of the catalogue that it names, and its own."""

from __future__ import annotations

from functools import partial

from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.expression import ExpressionFailed, expression
from plumbline.engine.expression_facts import records
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.populations import NO_PLAN
from plumbline.engine.rules.rule import Count, Offender, RuleSettings, not_assessable
from plumbline.engine.standard.custom_rule import CustomRule
from plumbline.engine.standard.schema import Standard

OWN = "own"
"""The family of the rules that a standard brings with it."""


def rules_in_force(standard: Standard) -> tuple[CataloguedRule, ...]:
    """In the order of the catalogue, then the standard's own."""
    return (
        *(each for each in catalogue.rules() if each.name in standard.rules),
        *(CataloguedRule(name, OWN, each.rule, partial(_check, each)) for name, each in standard.custom.items()),
    )


def dimension_of(standard: Standard, rule: str) -> str:
    """The dimension of health that the standard counts one of its rules to."""
    return standard.custom[rule].dimension if rule in standard.custom else standard.rules[rule].dimension


def settings_of(standard: Standard, each: CataloguedRule) -> RuleSettings:
    """What the standard asks of one of its rules."""
    return each.rule.settings() if each.name in standard.custom else standard.settings_for(each.name, each.rule)


def _check(custom: CustomRule, facts: ProjectFacts, settings: RuleSettings) -> Count:
    if facts.plan is None:
        return NO_PLAN
    where, must = expression(custom.where) if custom.where else None, expression(custom.must)
    asked, offenders = 0, list[Offender]()
    for known, thing in records(facts.plan, custom.each):
        try:
            if where is not None and not where.holds(known):
                continue
            asked += 1
            if not must.holds(known):
                offenders.append(thing)
        except ExpressionFailed as error:
            return not_assessable(f"The condition of this rule cannot be answered for {_named(thing)}: {error}.")
    return Count(len(offenders), asked, tuple(offenders))


def _named(thing: Offender) -> str:
    return f"“{thing.id or thing.name}”"
