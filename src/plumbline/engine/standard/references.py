"""What the files of a standard say about each other, and about the engine's rules and metrics."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.metrics.metric import Better
from plumbline.engine.rules.rule import InvalidRuleSettings, LimitKind, Rule
from plumbline.engine.standard.explain import did_you_mean
from plumbline.engine.standard.life_cycle_references import (
    check_acceptance,
    check_artefacts,
    check_competencies,
    check_life_cycle,
    check_roles,
    check_tailoring,
)
from plumbline.engine.standard.parts import Parts
from plumbline.engine.standard.problem import Problem
from plumbline.engine.standard.schema import Indicator, RuleChoice, limit_range
from plumbline.engine.standard.vocabulary import Vocabulary
from plumbline.engine.standard.yaml_file import KeyPath, YamlFile


def check_references(parts: Parts, vocabulary: Vocabulary) -> list[Problem]:
    """Names that lead nowhere, limits that make no sense, guidance that is missing or belongs to nothing."""
    return [
        *_check_rules(parts, vocabulary),
        *_check_own_rules(parts, vocabulary),
        *_check_guidance(parts),
        *_check_health(parts, vocabulary),
        *check_life_cycle(parts),
        *check_artefacts(parts),
        *check_roles(parts),
        *check_competencies(parts),
        *check_acceptance(parts),
        *check_tailoring(parts),
    ]


def _check_rules(parts: Parts, vocabulary: Vocabulary) -> Iterator[Problem]:
    if parts.rules_yaml is None:
        return
    for name in sorted(parts.applied_rules or ()):
        if name not in vocabulary.rules:
            message = f"there is no rule of this name{did_you_mean(name, vocabulary.rules)}"
            yield parts.rules_yaml.problem(("rules", name), message)
    for name, choice in (parts.rules.rules if parts.rules else {}).items():
        path = ("rules", name)
        yield from _check_dimension(parts, parts.rules_yaml, (*path, "dimension"), choice.dimension)
        if rule := vocabulary.rules.get(name):
            yield from _check_limit(parts.rules_yaml, path, choice, rule)
            yield from _check_parameters(parts.rules_yaml, path, choice, rule)


def _check_own_rules(parts: Parts, vocabulary: Vocabulary) -> Iterator[Problem]:
    file = parts.rules_yaml
    if file is None or parts.rules is None:
        return
    for name, custom in parts.rules.custom.items():
        yield from _check_dimension(parts, file, ("custom", name, "dimension"), custom.dimension)
        if name in vocabulary.rules:
            yield file.problem(("custom", name), "the catalogue has a rule of this name; call yours otherwise")


def _check_dimension(parts: Parts, file: YamlFile, path: KeyPath, name: str) -> Iterator[Problem]:
    if parts.dimensions is not None and name not in parts.dimensions:
        hint = did_you_mean(name, parts.dimensions)
        yield file.problem(path, f"standard.yaml has no dimension {name!r}{hint}")


def _check_limit(file: YamlFile, path: KeyPath, choice: RuleChoice, rule: Rule) -> Iterator[Problem]:
    if choice.limit is None:
        return
    problem = _limit_problem(choice.limit, rule.limit_kind)
    if problem:
        yield file.problem((*path, "limit"), problem)


def _limit_problem(limit: float, kind: LimitKind) -> str:
    allowed = limit_range(kind)
    if allowed is None:
        return "this rule has no limit: it only reports; leave the key out"
    lowest, highest = allowed
    if not lowest <= limit <= highest:
        return f"a limit of the kind '{kind}' lies between {lowest:g} and {highest:,.0f}; {limit:g} does not"
    if kind is LimitKind.AT_MOST_COUNT and limit != int(limit):
        return f"a count is a whole number; {limit:g} is not"
    return ""


def _check_parameters(file: YamlFile, path: KeyPath, choice: RuleChoice, rule: Rule) -> Iterator[Problem]:
    for name, value in choice.parameters.items():
        try:
            rule.settings(parameters={name: value})
        except InvalidRuleSettings as error:
            yield file.problem((*path, "parameters", name), str(error))


def _check_guidance(parts: Parts) -> Iterator[Problem]:
    if parts.rules_yaml is None or parts.applied_rules is None:
        return
    for name in sorted(parts.applied_rules - set(parts.guidance)):
        yield parts.rules_yaml.problem(("rules", name), f"guidance/{name}.md is missing")
    for name in sorted(set(parts.guidance) - (parts.rule_names or set(parts.guidance))):
        yield Problem(f"guidance/{name}.md", "", "no rule in rules.yaml uses this page")


def _check_health(parts: Parts, vocabulary: Vocabulary) -> Iterator[Problem]:
    if parts.health_yaml is None or parts.health is None:
        return
    for dimension, health in parts.health.dimensions.items():
        path: KeyPath = ("dimensions", dimension)
        yield from _check_dimension(parts, parts.health_yaml, path, dimension)
        seen: set[str] = set()
        for position, indicator in enumerate(health.indicators):
            place = (*path, "indicators", position)
            for message in _indicator_problems(indicator, parts, vocabulary):
                yield parts.health_yaml.problem(place, message)
            if indicator.name in seen:
                yield parts.health_yaml.problem(place, f"{indicator.name} stands in this dimension twice")
            seen.add(indicator.name)


def _indicator_problems(indicator: Indicator, parts: Parts, vocabulary: Vocabulary) -> Iterator[str]:
    if indicator.metric is not None:
        yield from _metric_problems(indicator, vocabulary)
        return
    name = indicator.name
    if parts.rule_names is not None and name not in parts.rule_names:
        yield f"rules.yaml does not apply a rule {name!r}{did_you_mean(name, parts.rule_names)}"
    custom = parts.rules.custom.get(name) if parts.rules else None
    rule = custom.rule if custom else vocabulary.rules.get(name)
    if rule is None:
        return
    if indicator.on_fail and _limit_in_force(name, rule, parts) is None:
        yield f"{name} has no limit, so it cannot fail: give 'amber' and 'red' limits instead of 'on_fail'"
    if rule.limit_kind is LimitKind.NONE:
        if indicator.has_scale and indicator.better is None:
            yield f"{name} has no limit of its own: say with 'better' whether lower or higher is better"
    elif indicator.better is not None:
        yield f"{name} itself knows which way is better; leave 'better' out"
    yield from _order_problems(indicator, better_way(rule.limit_kind, indicator))


def _limit_in_force(name: str, rule: Rule, parts: Parts) -> float | None:
    choice = parts.rules.rules.get(name) if parts.rules else None
    return rule.limit if choice is None or choice.limit is None else choice.limit


def _metric_problems(indicator: Indicator, vocabulary: Vocabulary) -> Iterator[str]:
    metric = vocabulary.metrics.get(indicator.name)
    if metric is None:
        yield f"there is no metric {indicator.name!r}{did_you_mean(indicator.name, vocabulary.metrics)}"
    elif metric.better is Better.NEITHER:
        yield f"{indicator.name} informs only: no value of it is better than another, so it cannot be an indicator"
    else:
        yield from _order_problems(indicator, metric.better)


def _order_problems(indicator: Indicator, better: Better) -> Iterator[str]:
    if indicator.amber is None or indicator.red is None:
        return
    worse = indicator.red < indicator.amber if better is Better.LOWER else indicator.red > indicator.amber
    if worse:
        yield f"red ({indicator.red:g}) must not be stricter than amber ({indicator.amber:g}): {better} is better here"


def better_way(kind: LimitKind, indicator: Indicator) -> Better:
    """Which way the value of a rule should move."""
    if kind is LimitKind.NONE:
        return Better(indicator.better or Better.LOWER)
    return Better.HIGHER if kind in (LimitKind.AT_LEAST_PERCENT, LimitKind.AT_LEAST_RATIO) else Better.LOWER
