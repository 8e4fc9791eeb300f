"""Everything the engine has to offer, found by walking the folders: nothing is registered anywhere."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from plumbline.engine import metrics as metrics_package
from plumbline.engine import rules as rules_package
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics.metric import Measurement, Metric
from plumbline.engine.readers import readers
from plumbline.engine.rules.rule import Count, Rule, RuleSettings, not_assessable
from plumbline.engine.rules.verdict import RuleResult, verdict
from plumbline.engine.schedule import InvalidSchedule

__all__ = [
    "CataloguedMetric",
    "CataloguedRule",
    "InvalidCatalogueEntry",
    "UnknownRule",
    "metrics",
    "metrics_in",
    "readers",
    "rule_named",
    "rules",
    "rules_in",
]


class InvalidCatalogueEntry(Exception):
    """A file stands where a rule or metric is looked for but lacks something; the message names the file."""


class UnknownRule(LookupError):
    """No rule has this name."""


@dataclass(frozen=True, slots=True)
class CataloguedRule:
    """A rule with its name (that of its module) and its family (that of its folder)."""

    name: str
    family: str
    rule: Rule
    check: Callable[[ProjectFacts, RuleSettings], Count]

    def judge(self, facts: ProjectFacts, settings: RuleSettings | None = None) -> RuleResult:
        """Run the rule and compare; without settings by its own limit, severity and parameters.

        Where the links of a plan run in a circle, the rules that need its dates are not assessable.
        """
        in_force = settings or self.rule.settings()
        try:
            count = self.check(facts, in_force)
        except (InvalidSchedule, OutOfWorkingTime) as error:
            count = not_assessable(f"The dates of the plan cannot be calculated: {error}.")
        return verdict(self.name, self.family, self.rule, in_force, count)


@dataclass(frozen=True, slots=True)
class CataloguedMetric:
    """A metric with its name, that of its module."""

    name: str
    metric: Metric
    measure: Callable[[ProjectFacts], Measurement]


@cache
def rules() -> tuple[CataloguedRule, ...]:
    """All rules, by family and name."""
    return rules_in(rules_package)


@cache
def metrics() -> tuple[CataloguedMetric, ...]:
    """All metrics, by name."""
    return metrics_in(metrics_package)


def rule_named(name: str) -> CataloguedRule:
    """One rule. Raises ``UnknownRule`` naming the rules there are."""
    found = {each.name: each for each in rules()}
    if name not in found:
        raise UnknownRule(f"there is no rule {name!r}; there are: {', '.join(sorted(found))}")
    return found[name]


def rules_in(package: ModuleType) -> tuple[CataloguedRule, ...]:
    """The rules of a package: every module of each package below it is one; its own modules are not.

    Raises ``InvalidCatalogueEntry`` for a module without a ``RULE`` or ``check``, and for two of one name.
    """
    found = [_rule_of(module, family) for family in _packages_in(package) for module in _modules_in(family)]
    names = [each.name for each in found]
    for each in found:
        if names.count(each.name) > 1:
            raise InvalidCatalogueEntry(f"two rules have the name {each.name!r}; one is in {each.family}")
    return tuple(found)


def metrics_in(package: ModuleType) -> tuple[CataloguedMetric, ...]:
    """The metrics of a package: every module of it but ``metric``, which says what a metric is."""
    return tuple(_metric_of(each) for each in _modules_in(package) if _short_name(each) != "metric")


def _rule_of(module: ModuleType, family: ModuleType) -> CataloguedRule:
    rule: Rule = _described(module, "RULE", Rule)
    return CataloguedRule(_short_name(module), _short_name(family), rule, _function(module, "check"))


def _metric_of(module: ModuleType) -> CataloguedMetric:
    metric: Metric = _described(module, "METRIC", Metric)
    return CataloguedMetric(_short_name(module), metric, _function(module, "measure"))


def _described(module: ModuleType, name: str, kind: type[Any]) -> Any:
    if not isinstance(getattr(module, name, None), kind):
        raise InvalidCatalogueEntry(f"{module.__file__}: it needs {name} = {kind.__name__}(...)")
    return getattr(module, name)


def _function(module: ModuleType, name: str) -> Callable[..., Any]:
    function = getattr(module, name, None)
    if not inspect.isfunction(function):
        raise InvalidCatalogueEntry(f"{module.__file__}: it needs a function {name}()")
    return function


def _packages_in(package: ModuleType) -> Iterator[ModuleType]:
    return (_import(package, each.name) for each in pkgutil.iter_modules(package.__path__) if each.ispkg)


def _modules_in(package: ModuleType) -> Iterator[ModuleType]:
    return (_import(package, each.name) for each in pkgutil.iter_modules(package.__path__) if not each.ispkg)


def _import(package: ModuleType, name: str) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.{name}")


def _short_name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]
