"""A published standard as its readers see it: rules by family, and when a dimension turns amber or red."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedRule, UnknownRule
from plumbline.engine.rules.figures import limit_words, short
from plumbline.engine.rules.rule import RuleSettings
from plumbline.engine.standard import Standard
from plumbline.engine.standard.schema import Indicator
from plumbline.office.foundation.prose import as_html


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule with the limit, severity and parameters that this standard gives it."""

    name: str
    family: str
    about: CataloguedRule
    settings: RuleSettings
    dimension: str

    @property
    def limit(self) -> str:
        return limit_words(self.about.rule.limit_kind, self.settings.limit)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        return [
            (name.replace("_", " "), value if isinstance(value, str) else short(value))
            for name, value in self.settings.parameters.items()
        ]


@dataclass(frozen=True, slots=True)
class IndicatorInForce:
    title: str
    rule: str
    amber: str
    red: str
    required: bool


@dataclass(frozen=True, slots=True)
class DimensionInForce:
    name: str
    title: str
    question: str
    why: str
    required: bool
    indicators: list[IndicatorInForce]


def families_of(standard: Standard) -> dict[str, list[RuleInForce]]:
    """The rules the standard applies, by family; one that this program no longer has is left out."""
    families: dict[str, list[RuleInForce]] = {}
    for each in catalogue.rules():
        if each.name in standard.rules:
            families.setdefault(each.family, []).append(_in_force(standard, each))
    return families


def rule_of(standard: Standard, name: str) -> RuleInForce:
    """404 for a rule that the standard does not apply."""
    try:
        return _in_force(standard, catalogue.rule_named(name))
    except (UnknownRule, KeyError) as error:
        raise Http404 from error


def guidance_of(standard: Standard, name: str) -> SafeString:
    """The page begins with the rule's title as its heading, which the page has already."""
    first, _, rest = standard.guidance[name].lstrip().partition("\n")
    return as_html(rest if first.startswith("# ") else standard.guidance[name])


def dimensions_of(standard: Standard) -> list[DimensionInForce]:
    found = []
    for name, text in standard.dimensions.items():
        if health := standard.health.get(name):
            indicators = [_indicator(each) for each in health.indicators]
            found.append(DimensionInForce(name, text.title, text.question, health.why, health.required, indicators))
    return found


def _in_force(standard: Standard, each: CataloguedRule) -> RuleInForce:
    choice = standard.rules[each.name]
    dimension = standard.dimensions[choice.dimension].title
    return RuleInForce(each.name, each.family, each, standard.settings_for(each.name, each.rule), dimension)


def _indicator(indicator: Indicator) -> IndicatorInForce:
    titles = {each.name: each.rule.title for each in catalogue.rules()}
    titles |= {each.name: each.metric.title for each in catalogue.metrics()}
    limits = {"amber": indicator.amber, "red": indicator.red}
    words = {colour: "" if limit is None else short(limit) for colour, limit in limits.items()}
    if indicator.on_fail:
        words[indicator.on_fail] = "if it fails"
    return IndicatorInForce(
        titles.get(indicator.name, indicator.name),
        indicator.rule or "",
        words["amber"],
        words["red"],
        indicator.required,
    )
