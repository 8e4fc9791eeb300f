"""A published standard as its readers see it: rules by family, when a dimension turns, cadences, tailoring."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.rules.figures import limit_words, short
from plumbline.engine.rules.rule import RuleSettings
from plumbline.engine.rules_in_force import dimension_of, rules_in_force, settings_of
from plumbline.engine.standard import Standard
from plumbline.engine.standard.schema import Indicator
from plumbline.engine.standard.tailoring import Freedom, SizeClass
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


_CADENCES = {
    "plan_update": "Plan updated",
    "status_report": "Status report",
    "risk_review": "Risk review",
    "stakeholder_review": "Stakeholder review",
    "pulse": "Pulse",
    "acceptance_evidence": "Evidence of acceptance",
}


@dataclass(frozen=True, slots=True)
class CadenceInForce:
    title: str
    often: str
    late: str
    why: str


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
    for each in rules_in_force(standard):
        families.setdefault(each.family, []).append(_in_force(standard, each))
    return families


def rule_of(standard: Standard, name: str) -> RuleInForce:
    """404 for a rule that the standard does not apply."""
    found = next((each for each in rules_in_force(standard) if each.name == name), None)
    if found is None:
        raise Http404
    return _in_force(standard, found)


def guidance_of(standard: Standard, name: str) -> SafeString:
    """The page begins with the rule's title as its heading, which the page has already.

    A rule of the standard's own may do without a page: what it says of itself is shown then.
    """
    own = standard.custom.get(name)
    page = standard.guidance.get(name) or (own and f"## Why it matters\n\n{own.why}\n\n## How to mend\n\n{own.mend}")
    first, _, rest = (page or "").lstrip().partition("\n")
    return as_html(rest if first.startswith("# ") else page or "")


def dimensions_of(standard: Standard) -> list[DimensionInForce]:
    found = []
    titles = {each.name: each.rule.title for each in rules_in_force(standard)}
    titles |= {each.name: each.metric.title for each in catalogue.metrics()}
    for name, text in standard.dimensions.items():
        if health := standard.health.get(name):
            indicators = [_indicator(titles, each) for each in health.indicators]
            found.append(DimensionInForce(name, text.title, text.question, health.why, health.required, indicators))
    return found


def cadences_of(standard: Standard) -> list[CadenceInForce]:
    found = []
    for name, title in _CADENCES.items():
        if (cadence := getattr(standard.cadences, name)) is not None:
            grace = getattr(cadence, "grace_days", 0)
            late = f"late after {grace} more" if grace else ""
            often = "believed for" if name == "acceptance_evidence" else "every"
            found.append(CadenceInForce(title, f"{often} {cadence.days} days", late, cadence.why))
    return found


def freedoms_of(standard: Standard) -> list[tuple[Freedom, str]]:
    """What may be changed, and the title of the role that approves it."""
    return [(each, standard.roles[each.approves].title) for each in standard.may_change.values()]


def classes_of(standard: Standard) -> list[tuple[SizeClass, str]]:
    """Each class of projects, and what it does without, by title."""
    rules = {each.name: each.rule.title for each in rules_in_force(standard)}
    return [
        (
            each,
            ", ".join(
                [standard.artefacts[name].title for name in each.without_artefacts]
                + [standard.gates[name].title for name in each.without_gates]
                + [rules.get(name, name) for name in each.without_rules]
            ),
        )
        for each in standard.classes.values()
    ]


def _in_force(standard: Standard, each: CataloguedRule) -> RuleInForce:
    dimension = standard.dimensions[dimension_of(standard, each.name)].title
    return RuleInForce(each.name, each.family, each, settings_of(standard, each), dimension)


def _indicator(titles: dict[str, str], indicator: Indicator) -> IndicatorInForce:
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
