"""One dimension of a project: what is said, what is seen, what is contested, and how it becomes green again."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404

from plumbline.engine.divergence import WEAK_CONFIDENCE
from plumbline.engine.standard import Standard
from plumbline.office.assurance.models import CurrentStatus, DimensionStatus, Standing, Status
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import (
    Contest,
    GoToGreenPlan,
    ReportedBeside,
    ReportedStatus,
    Reporting,
    StatusReport,
)
from plumbline.office.status.queries.contests import contests_holding, contests_of
from plumbline.office.status.queries.divergence_over_time import Past, history_of_divergence
from plumbline.office.status.queries.go_to_green import NOT_GREEN, running_plans

EARLIER_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands beside the status of a dimension wherever it is shown. Each may be missing."""

    contest: Contest | None
    plan: GoToGreenPlan | None
    needs_plan: bool


@dataclass(frozen=True, slots=True)
class DimensionPage:
    """``beside`` is ``None`` while nothing is reported, and while the project is silent."""

    name: str
    title: str
    status: str
    reasons: list[str]
    beside: ReportedBeside | None
    is_silent: bool
    notes: Notes
    past: Past | None
    contests: list[Contest]
    plans: list[GoToGreenPlan]

    weak_confidence = WEAK_CONFIDENCE

    @property
    def flags(self) -> list[str]:
        return self.beside.flags if self.beside else []

    @property
    def steps(self) -> str:
        """+2, 0 or −1; empty where there is no divergence."""
        found = self.beside.divergence if self.beside else None
        return "" if found is None else f"{found:+d}".replace("+0", "0").replace("-", "−")

    @property
    def may_be_contested(self) -> bool:
        return self.status != Status.UNKNOWN and self.notes.contest is None


def notes_on(project: Project) -> dict[str, Notes]:
    """By dimension; five queries however many there are."""
    status = dict(CurrentStatus.objects.filter(project=project).values_list("dimension", "status"))
    beside = {} if is_silent(project) else dict(project.reported_beside.values_list("dimension", "reported"))
    contests, plans = contests_holding(project), running_plans(project)
    return {
        name: Notes(
            contests.get(name),
            plans.get(name),
            name not in plans and (status.get(name) in NOT_GREEN or beside.get(name) in NOT_GREEN),
        )
        for name in {*status, *beside, *contests, *plans}
    }


def notes_then(report: StatusReport) -> list[tuple[ReportedStatus, Notes]]:
    """What stood beside each dimension when the report was published, where anything did; three queries."""
    moment = report.published_at
    still = Q(ended_at=None) | Q(ended_at__gt=moment)
    then = {"project": report.project_id, "at__lte": moment}
    contests = Contest.objects.filter(still, **then, last_day__gte=report.as_of).select_related("by")
    plans = GoToGreenPlan.objects.filter(still, **then).select_related("owner")
    contested, planned = {each.dimension: each for each in contests}, {each.dimension: each for each in plans}
    found = []
    for row in report.dimensions.all():
        plan = planned.get(row.dimension)
        needs_plan = plan is None and (row.reported in NOT_GREEN or row.evidence in NOT_GREEN)
        notes = Notes(contested.get(row.dimension), plan, needs_plan)
        if notes.contest or notes.plan or notes.needs_plan:
            found.append((row, notes))
    return found


def dimension_page(project: Project, name: str) -> DimensionPage:
    """404 for a dimension that neither the standard nor the past of the project knows."""
    standard = standard_for(project)
    pasts = {each.dimension: each for each in history_of_divergence(project)}
    standing = Standing.objects.filter(project=project).first()
    seen = DimensionStatus.objects.filter(assessment=standing.assessment_id, dimension=name) if standing else None
    evidence = seen.first() if seen else None
    title = title_of(standard, name) or (evidence.title if evidence else pasts[name].title if name in pasts else "")
    if not title:
        raise Http404
    silent = is_silent(project)
    return DimensionPage(
        name=name,
        title=title,
        status=evidence.status if evidence else Status.UNKNOWN,
        reasons=evidence.reasons if evidence else [],
        beside=None if silent else project.reported_beside.filter(dimension=name).first(),
        is_silent=silent,
        notes=notes_on(project).get(name, Notes(None, None, False)),
        past=pasts.get(name),
        contests=list(contests_of(project, name)[:EARLIER_SHOWN]),
        plans=list(project.go_to_green_plans.filter(dimension=name).select_related("owner")[:EARLIER_SHOWN]),
    )


def title_of(standard: Standard | None, name: str) -> str:
    return standard.dimensions[name].title if standard and name in standard.dimensions else ""


def is_silent(project: Project) -> bool:
    reporting = Reporting.objects.filter(project=project).first()
    after = reporting.silent_after if reporting else None
    return after is not None and today(project.organisation) > after
