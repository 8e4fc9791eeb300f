"""How an organisation works, and which standard, control and rhythm suit it. The mapping is our own judgement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plumbline.engine.standard.control import Degree


class Decisions(StrEnum):
    TOP_DOWN = "top_down"
    CONSENSUS = "consensus"
    DELEGATED = "delegated"


class Formality(StrEnum):
    LIGHT = "light"
    MODERATE = "moderate"
    STRICT = "strict"


class Appetite(StrEnum):
    AVERSE = "averse"
    BALANCED = "balanced"
    SEEKING = "seeking"


class Sector(StrEnum):
    BUSINESS = "business"
    GOVERNMENT = "government"
    NON_PROFIT = "non_profit"


class Gating(StrEnum):
    """How gates are held, from the lightest to the most formal."""

    START_AND_END = "start_and_end"
    EACH_PHASE = "each_phase"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """``agile_share`` in percent of the projects; ``maturity`` from 1 (by chance) to 5 (always improving)."""

    decisions: Decisions = Decisions.CONSENSUS
    formality: Formality = Formality.MODERATE
    appetite: Appetite = Appetite.BALANCED
    agile_share: int = 20
    sector: Sector = Sector.BUSINESS
    projects_a_year: int = 20
    maturity: int = 2

    def __post_init__(self) -> None:
        if not 0 <= self.agile_share <= 100:
            raise ValueError("The agile share is a percentage from 0 to 100.")
        if not 1 <= self.maturity <= 5:
            raise ValueError("Maturity goes from 1 to 5.")
        if self.projects_a_year < 0:
            raise ValueError("There cannot be fewer than no projects.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """``key`` is one of ``KEYS``; ``reason`` a sentence."""

    key: str
    value: str
    reason: str


KEYS = ("standard", "control", "report_days", "plan_days", "gates", "gate_word")
_MANY = 40


def propose(culture: Culture) -> dict[str, Proposal]:
    """One proposal for each of ``KEYS``. More formality never means fewer gates, a looser rhythm or less control."""
    found = (
        Proposal("standard", *_standard(culture)),
        Proposal("control", *_control(culture)),
        Proposal("report_days", *_report_days(culture)),
        Proposal("plan_days", *_plan_days(culture)),
        Proposal("gates", *_gates(culture)),
        Proposal("gate_word", *_gate_word(culture)),
    )
    return {each.key: each for each in found}


def _standard(culture: Culture) -> tuple[str, str]:
    share = f"{culture.agile_share} % of your projects work in increments"
    if culture.agile_share >= 60:
        return "agile", f"{share}: a standard for increments fits most of them."
    if culture.agile_share >= 25:
        return "hybrid", f"{share}: promised dates and increments have to live side by side."
    if culture.sector == Sector.GOVERNMENT and culture.formality == Formality.STRICT:
        return "uk_gates", "Public money and strict rules call for reviews by independent people at fixed points."
    if culture.sector == Sector.GOVERNMENT:
        return "pm2", "It was made for public administrations, and its documents are known there."
    return "predictive", "Most of your projects plan first and then deliver; this standard checks such plans best."


def _control(culture: Culture) -> tuple[str, str]:
    points = _rank(Formality, culture.formality)
    points += culture.decisions == Decisions.TOP_DOWN
    points -= culture.decisions == Decisions.DELEGATED
    points += culture.appetite == Appetite.AVERSE
    points -= culture.appetite == Appetite.SEEKING
    points -= culture.maturity == 1
    if points <= 0:
        return Degree.SUPPORTIVE, "Where much is left to teams, or rules are new, an office that helps is heard sooner."
    if points <= 2:
        return Degree.CONTROLLING, "Rules count, and whoever sets one aside says why: that fits how you decide."
    return (
        Degree.DIRECTIVE,
        "Rules are strict and surprises unwelcome, so serious faults stop a project at its gate.",
    )


def _report_days(culture: Culture) -> tuple[str, str]:
    if culture.formality == Formality.STRICT or culture.appetite == Appetite.AVERSE:
        return "14", "Who wants no surprises has to hear of things every two weeks."
    if culture.formality == Formality.LIGHT and culture.appetite == Appetite.SEEKING:
        return "42", "You trust people and accept risk: a report every six weeks keeps the effort small."
    return "28", "Every four weeks fits a monthly meeting, and nobody writes more than is read."


def _plan_days(culture: Culture) -> tuple[str, str]:
    report = int(_report_days(culture)[0])
    if culture.agile_share >= 60:
        return str(min(report, 28)), "Increments change the plan quickly; an old one misleads."
    return str(report), "A report is only worth as much as the plan behind it, so both have one rhythm."


def _gates(culture: Culture) -> tuple[str, str]:
    if culture.formality == Formality.STRICT:
        return Gating.INDEPENDENT, "Strict rules are believed when people from outside the project look at them."
    if culture.formality == Formality.MODERATE or culture.projects_a_year > _MANY:
        return Gating.EACH_PHASE, "A decision at the end of each phase is enough to stop what is not worth it."
    return Gating.START_AND_END, "With light rules, two decisions matter most: to begin, and to end well."


def _gate_word(culture: Culture) -> tuple[str, str]:
    if culture.formality == Formality.LIGHT:
        return "Checkpoint", "“Gate” sounds like a barrier where people expect few rules."
    return "Gate", "It is the usual word, and people from elsewhere understand it."


def _rank(scale: type[StrEnum], value: StrEnum) -> int:
    return list(scale).index(value)
