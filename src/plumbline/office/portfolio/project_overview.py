"""One project on one page: where it stands, what to do next, and how it came here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plumbline.office.assurance import queries as assurance
from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Standing
from plumbline.office.assurance.queries import RuleReading
from plumbline.office.gates import queries as gates
from plumbline.office.gates.queries.due_next import WhereItStands
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.status import queries as status
from plumbline.office.status.models import ReportedBeside
from plumbline.office.status.queries.dimension_page import Notes

MOST_TO_MEND = 3
VERSIONS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """A dimension now, why, and its status in the last assessments, oldest first."""

    status: DimensionStatus
    current: CurrentStatus | None
    past: list[str]
    reported: ReportedBeside | None = None
    notes: Notes | None = None


@dataclass(frozen=True, slots=True)
class ProjectOverview:
    standing: Standing | None
    is_behind: bool
    cards: list[DimensionCard]
    to_mend: list[RuleReading]
    metrics: list[dict[str, Any]]
    where: WhereItStands | None
    versions: list[PlanVersion]
    reporting: status.WhereItStands

    @property
    def finishes(self) -> list[float | None]:
        """The finish of each version as a day number, oldest first, for the line that shows whether it drifts."""
        return [float(each.finish.toordinal()) if each.finish else None for each in reversed(self.versions)]


def project_overview(project: Project) -> ProjectOverview:
    standing = assurance.standing_of(project)
    versions = list(projects.versions(project)[:VERSIONS_SHOWN])
    where = gates.where_it_stands(project)
    reporting = status.where_it_stands(project)
    if standing is None:
        return ProjectOverview(None, assurance.is_behind(project, None), [], [], [], where, versions, reporting)
    failed = [each for each in assurance.readings_of(standing.assessment) if each.finding.outcome == "fail"]
    return ProjectOverview(
        standing=standing,
        is_behind=assurance.is_behind(project, standing),
        cards=_cards(project, standing.assessment, reporting),
        to_mend=failed[:MOST_TO_MEND],
        metrics=[each for each in standing.assessment.metrics if each["value"] is not None],
        where=where,
        versions=versions,
        reporting=reporting,
    )


def _cards(project: Project, assessment: Assessment, reporting: status.WhereItStands) -> list[DimensionCard]:
    reported, notes = reporting.beside, reporting.notes
    current = {each.dimension: each for each in assurance.current_statuses(project)}
    past: dict[str, list[str]] = {}
    for earlier in reversed(list(assurance.history_of(project)[:VERSIONS_SHOWN])):
        for each in earlier.dimensions.all():
            past.setdefault(each.dimension, []).append(each.status)
    return [
        DimensionCard(
            each,
            current.get(each.dimension),
            past.get(each.dimension, []),
            reported.get(each.dimension),
            notes.get(each.dimension),
        )
        for each in assessment.dimensions.all()
    ]
