"""What the pages ask about assessments. Nothing here calculates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.http import Http404

from plumbline.engine import catalogue
from plumbline.engine.course import Lesson
from plumbline.engine.rules.figures import limit_words, measured
from plumbline.engine.rules.rule import LimitKind, Outcome, Rule, Severity
from plumbline.engine.rules_in_force import OWN
from plumbline.engine.standard import Standard
from plumbline.engine.standard.control import Consequence
from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Finding, Standing
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.standards.queries import courses_in_force


def standing_of(project: Project) -> Standing | None:
    return (
        Standing.objects.filter(project=project)
        .select_related("assessment__standard_version", "assessment__plan_version")
        .first()
    )


def current_statuses(project: Project) -> list[CurrentStatus]:
    return list(CurrentStatus.objects.filter(project=project).order_by("id"))


def history_of(project: Project) -> QuerySet[Assessment]:
    """Every assessment of the project, latest facts first, with the status of each dimension."""
    return (
        Assessment.objects.filter(project=project)
        .select_related("plan_version", "standard_version")
        .prefetch_related(Prefetch("dimensions", DimensionStatus.objects.defer("indicators")))
    )


@dataclass(frozen=True, slots=True)
class RuleReading:
    """A finding beside what its rule is about. ``rule`` is ``None`` if this program no longer has the rule.

    ``consequence`` is what follows from the failure by the control of the project's standard; empty for advice.
    ``lesson`` teaches how to keep the rule, where the standard in force has one.
    """

    finding: Finding
    rule: Rule | None
    consequence: str = ""
    lesson: Lesson | None = None

    @property
    def count(self) -> str:
        each = self.finding
        return measured(LimitKind(each.limit_kind), each.numerator, each.denominator, each.value, each.limit)

    @property
    def limit(self) -> str:
        return limit_words(LimitKind(self.finding.limit_kind), self.finding.limit)

    @property
    def shown(self) -> list[dict[str, Any]]:
        """Entries of a register with their number as ``entry``."""
        shown = self.finding.offenders[:MOST_OFFENDERS_SHOWN]
        if self.finding.family != "registers":
            return shown
        return [{**each, "entry": int(each["uid"].removeprefix("entry-"))} for each in shown]

    @property
    def not_shown(self) -> int:
        return max(0, len(self.finding.offenders) - MOST_OFFENDERS_SHOWN)


MOST_OFFENDERS_SHOWN = 50
MOST_CHANGES_SHOWN = 20


def readings_of(assessment: Assessment) -> list[RuleReading]:
    standard, taught = standard_by(assessment), courses_in_force(assessment.project.organisation)
    return [
        RuleReading(
            each,
            _about(standard, each),
            _consequence(standard, each),
            next(iter(taught.teaching("rule", each.rule)), None),
        )
        for each in findings_of(assessment)
    ]


def reading_of(assessment: Assessment, rule: str) -> RuleReading:
    """404 for a rule that the assessment does not know."""
    found = Finding.objects.filter(assessment=assessment, rule=rule).first()
    if found is None:
        raise Http404
    standard = standard_by(assessment)
    return RuleReading(found, _about(standard, found), _consequence(standard, found))


def assessment_of(project: Project, assessment_id: int) -> Assessment:
    """404 for one of another project."""
    found = history_of(project).filter(pk=assessment_id).first()
    if found is None:
        raise Http404
    return found


def standard_by(assessment: Assessment) -> Standard:
    """The standard as the project was held against it then, with its tailoring."""
    return governance.standard_by(assessment.standard_version, governance.Adapted.kept(assessment.tailoring))


def _about(standard: Standard, finding: Finding) -> Rule | None:
    """What the rule is about: of the catalogue, or of the standard that the project was held against."""
    if finding.family != OWN:
        return _rules().get(finding.rule)
    custom = standard.custom.get(finding.rule)
    return custom.rule if custom else None


_CONSEQUENCES = {
    Consequence.ADVISE: "",
    Consequence.WAIVER: "It has to be mended or waived before the next gate is passed.",
    Consequence.BLOCK: "No gate is passed before it is mended.",
}


def _consequence(standard: Standard, finding: Finding) -> str:
    failed = finding.outcome == Outcome.FAIL
    return _CONSEQUENCES[standard.control.consequence(Severity(finding.severity))] if failed else ""


@cache
def _rules() -> dict[str, Rule]:
    return {each.name: each.rule for each in catalogue.rules()}


def findings_of(assessment: Assessment) -> list[Finding]:
    """How every rule came out: failed ones first, the gravest of them first, then what could not be assessed."""
    outcomes = {"fail": 0, "not assessable": 1, "waived": 2, "pass": 3}
    severities = {"major": 0, "minor": 1, "info": 2}
    found = Finding.objects.filter(assessment=assessment)
    return sorted(found, key=lambda each: (outcomes[each.outcome], severities[each.severity], each.pk))


def dimension_titles(assessments: Iterable[Assessment]) -> dict[str, str]:
    """Every dimension that any of the assessments knows, by name."""
    return {each.dimension: each.title for found in assessments for each in found.dimensions.all()}


def recent_changes(organisation: Organisation, since: datetime) -> list[CurrentStatus]:
    """What is another status since then than it was under the plan before; the latest, with their projects."""
    return list(
        CurrentStatus.objects.filter(project__organisation=organisation, project__archived_at=None, since__gte=since)
        .exclude(previous="")
        .exclude(previous=F("status"))
        .select_related("project")
        .order_by("-since", "project_id", "pk")[:MOST_CHANGES_SHOWN]
    )


def is_behind(project: Project, standing: Standing | None) -> bool:
    """Whether evidence has arrived that the standing does not show yet."""
    if project.facts_changed_at is None or project.current_plan_id is None:
        return False
    return standing is None or project.facts_changed_at > standing.facts_as_of
