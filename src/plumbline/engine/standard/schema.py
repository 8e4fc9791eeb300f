"""What a standard says: the shape of its files, and the whole they make.

``standard.yaml``, ``rules.yaml`` and ``health.yaml`` with one page of guidance for each rule are the least that can be
run. Life cycle, artefacts, roles, what may be tailored, intake, competencies and acceptance have files of their own.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from plumbline.engine.acceptance import EVIDENCE_DAYS
from plumbline.engine.rules.rule import LimitKind, Rule, RuleSettings, Severity
from plumbline.engine.standard.acceptance import AcceptanceFile, Point, VoiceName
from plumbline.engine.standard.artefacts import Artefact, Duty
from plumbline.engine.standard.competencies import Area, Competency
from plumbline.engine.standard.control import Control, Degree
from plumbline.engine.standard.custom_rule import CustomRule
from plumbline.engine.standard.intake import Criterion, ScreeningQuestion, Target
from plumbline.engine.standard.life_cycle import ConfidenceScale, Gate, Phase
from plumbline.engine.standard.records import Days, Line, Name, Number, Record, Text
from plumbline.engine.standard.roles import Role
from plumbline.engine.standard.tailoring import Freedom, SizeClass

SCHEMA_VERSION = 1


class DimensionText(Record):
    """One side of a project's health, and the question it answers."""

    title: Line
    question: Line


class PlanUpdateCadence(Record):
    """How fresh a plan must be.

    A plan whose data date is more than ``days`` calendar days old is stale; one dated more than ``ahead_days`` in
    the future is not believed. ``why`` records the owner's reasons.
    """

    days: Days
    ahead_days: Annotated[int, Field(ge=0, le=366)] = 7
    why: Text


class Cadence(Record):
    """Something that is done again every ``days`` calendar days; it is late when ``grace_days`` more have gone by."""

    days: Days
    grace_days: Annotated[int, Field(ge=0, le=366)] = 0
    why: Text


class EvidenceCadence(Record):
    """How long evidence that a criterion is met is believed: ``days`` calendar days after the day it is of."""

    days: Days
    why: Text


class Cadences(Record):
    plan_update: PlanUpdateCadence
    status_report: Cadence | None = None
    risk_review: Cadence | None = None
    stakeholder_review: Cadence | None = None
    pulse: Cadence | None = None
    acceptance_evidence: EvidenceCadence | None = None


class Word(Record):
    """An organisation's own word for one of Plumbline's, as it stands on every screen."""

    one: Annotated[str, Field(min_length=1, max_length=40)]
    many: Annotated[str, Field(min_length=1, max_length=40)]


Replaceable = Literal[
    "rules.yaml", "health.yaml", "roles.yaml", "life_cycle.yaml", "artefacts.yaml", "tailoring.yaml", "intake.yaml",
    "competencies.yaml", "acceptance.yaml",
]  # fmt: skip

Term = Literal[
    "portfolio", "programme", "project", "phase", "gate", "artefact", "role", "rule", "finding", "waiver",
    "assessment", "milestone", "baseline",
]  # fmt: skip
"""The words that an organisation may have its own for."""


class StandardFile(Record):
    """standard.yaml. With ``based_on`` it says only what differs from that standard.

    What stands in a file named by ``replaces`` is not laid over the base's file of that name but takes its place.
    """

    schema_version: Literal[1]
    name: Name
    title: Line
    version: Annotated[str, Field(pattern=r"^\d{1,4}\.\d{1,4}(\.\d{1,4})?$")]
    based_on: Name | None = None
    replaces: Annotated[tuple[Replaceable, ...], Field(max_length=9, strict=False)] = ()
    summary: Text
    owner: Text
    dimensions: Annotated[dict[Name, DimensionText], Field(min_length=1, max_length=20)]
    cadences: Cadences
    control: Control = Control(degree=Degree.SUPPORTIVE, why="Nothing else was decided, so failed rules are advice.")
    words: Annotated[dict[Term, Word], Field(max_length=20)] = {}


class RuleChoice(Record):
    """A rule the standard applies. What is left out stays as the rule itself has it."""

    dimension: Name
    limit: Number | None = None
    severity: Annotated[Severity | None, Field(strict=False)] = None
    parameters: Annotated[dict[Name, Number | Line], Field(max_length=20)] = {}

    def settings(self, rule: Rule) -> RuleSettings:
        """The limit, severity and parameters in force: the standard's, or the rule's own where it is silent."""
        return rule.settings(limit=self.limit, severity=self.severity, parameters=self.parameters)


class RulesFile(Record):
    """rules.yaml: the rules of the catalogue that apply, and the standard's own."""

    rules: Annotated[dict[Name, RuleChoice], Field(min_length=1, max_length=500)]
    custom: Annotated[dict[Name, CustomRule], Field(max_length=100)] = {}


class Indicator(Record):
    """One piece of evidence for a dimension: a rule of this standard, or a metric.

    ``amber`` and ``red`` are limits on its value, in its own unit: a value that is *worse* than the limit turns the
    status. ``on_fail`` gives the colour of a failed rule that has no meaningful scale. ``better`` is only for a rule
    that has no limit of its own, and says which way is good. A ``required`` indicator must be known before its
    dimension can be green.
    """

    rule: Name | None = None
    metric: Name | None = None
    amber: Number | None = None
    red: Number | None = None
    on_fail: Literal["amber", "red"] | None = None
    better: Literal["lower", "higher"] | None = None
    required: bool = True

    @property
    def name(self) -> str:
        return self.rule or self.metric or ""

    @property
    def has_scale(self) -> bool:
        return self.amber is not None or self.red is not None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Indicator:
        if (self.rule is None) == (self.metric is None):
            raise ValueError("an indicator is either a rule or a metric: give exactly one of 'rule' and 'metric'")
        if self.has_scale == (self.on_fail is not None):
            raise ValueError("give limits ('amber', 'red' or both), or 'on_fail' for a rule that passes or fails")
        if self.metric and (self.on_fail or self.better):
            raise ValueError("'on_fail' and 'better' are for rules; a metric itself knows which way is better")
        return self


class DimensionHealth(Record):
    """When a dimension is green, amber or red. ``why`` records whose choice the limits are, and on what ground.

    A dimension that is not ``required`` does not hold back the project's green while it is unknown.
    """

    why: Text
    required: bool = True
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=50, strict=False)]


class HealthFile(Record):
    """health.yaml"""

    dimensions: Annotated[dict[Name, DimensionHealth], Field(min_length=1, max_length=20)]


class Standard(StandardFile):
    """A whole standard, checked: everything it names exists, and every rule has its guidance.

    ``rules`` are those of the catalogue, ``custom`` its own. ``guidance`` holds Markdown by rule name, ``templates`` by
    artefact name. ``content_hash`` is the SHA-256 of the files it was read from, those of its base among them.
    """

    rules: dict[str, RuleChoice]
    custom: dict[str, CustomRule] = {}
    health: dict[str, DimensionHealth]
    guidance: dict[str, str]
    content_hash: str
    roles: dict[str, Role] = {}
    areas: dict[str, Area] = {}
    competencies: dict[str, Competency] = {}
    phases: dict[str, Phase] = {}
    gates: dict[str, Gate] = {}
    confidence_scale: ConfidenceScale | None = None
    artefacts: dict[str, Artefact] = {}
    duties: dict[str, Duty] = {}
    templates: dict[str, str] = {}
    classes: dict[str, SizeClass] = {}
    may_change: dict[str, Freedom] = {}
    screening: dict[str, ScreeningQuestion] = {}
    criteria: dict[str, Criterion] = {}
    target: Target | None = None
    acceptance: AcceptanceFile | None = None

    @property
    def voices(self) -> dict[VoiceName, tuple[str, ...]]:
        """Roles by the voice they speak for; empty where the standard asks for no agreement."""
        return self.acceptance.voices if self.acceptance else {}

    @property
    def ready(self) -> dict[str, Point]:
        return self.acceptance.ready if self.acceptance else {}

    @property
    def done(self) -> dict[str, Point]:
        return self.acceptance.done if self.acceptance else {}

    @property
    def evidence_days(self) -> int:
        """How many calendar days evidence of acceptance is believed; where the standard is silent, 30."""
        cadence = self.cadences.acceptance_evidence
        return cadence.days if cadence else EVIDENCE_DAYS

    def settings_for(self, name: str, rule: Rule) -> RuleSettings:
        """What this standard asks of the rule called ``name``. Raises ``KeyError`` if it does not apply it."""
        choice = self.rules[name]
        found = ((parameter, getattr(self.cadences, cadence)) for parameter, cadence in rule.cadences)
        by_cadence = {parameter: each.days + each.grace_days for parameter, each in found if each is not None}
        return choice.model_copy(update={"parameters": {**by_cadence, **choice.parameters}}).settings(rule)


def limit_range(kind: LimitKind) -> tuple[float, float] | None:
    """The smallest and the largest sensible limit of a kind; ``None`` where a limit makes no sense."""
    return {
        LimitKind.AT_MOST_PERCENT: (0.0, 100.0),
        LimitKind.AT_LEAST_PERCENT: (0.0, 100.0),
        LimitKind.AT_MOST_COUNT: (0.0, 1_000_000.0),
        LimitKind.AT_LEAST_RATIO: (0.0, 10.0),
    }.get(kind)
