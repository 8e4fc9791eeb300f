"""Which running projects do not follow the version in force, what moving would find, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.assurance.models import ProjectImpact
from plumbline.office.governance.models import MigrationDecision
from plumbline.office.governance.queries import today
from plumbline.office.people.models import Organisation
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion


@dataclass(frozen=True, slots=True)
class Behind:
    """``impact`` is what the analysis of the draft found, if there was one; ``decision`` the last that still holds."""

    project: Project
    version: StandardVersion
    impact: ProjectImpact | None
    decision: MigrationDecision | None


@dataclass(frozen=True, slots=True)
class MigrationPage:
    """``elsewhere`` follow another standard than the one in force, such as an agile one beside a predictive one."""

    target: StandardVersion | None
    following: int
    to_decide: list[Behind]
    decided: list[Behind]
    elsewhere: list[Behind]

    @property
    def running(self) -> int:
        return self.following + len(self.to_decide) + len(self.decided) + len(self.elsewhere)

    @property
    def words(self) -> str:
        return f"{self.following} of {self.running} running projects"


def migration_page(organisation: Organisation) -> MigrationPage:
    """Four queries, however many projects there are."""
    target = standards.in_force(organisation)
    if target is None:
        return MigrationPage(None, 0, [], [], [])
    running = projects.projects(organisation).select_related("standard_version", "manager")
    behind = list(running.exclude(standard_version=None).exclude(standard_version=target).order_by("code"))
    following = running.count() - len(behind)
    rows = _rows(organisation, target, behind)
    same = [each for each in rows if each.version.name == target.name or each.decision]
    return MigrationPage(
        target=target,
        following=following,
        to_decide=[each for each in same if each.decision is None],
        decided=[each for each in same if each.decision],
        elsewhere=[each for each in rows if each not in same],
    )


def _rows(organisation: Organisation, target: StandardVersion, behind: list[Project]) -> list[Behind]:
    decisions: dict[int, MigrationDecision] = {}
    found = MigrationDecision.objects.filter(to_version=target, project__in=behind).select_related("decided_by")
    for each in found.order_by("decided_at", "id"):
        decisions[each.project_id] = each
    day = today(organisation)
    impacts = {
        each.project_id: each
        for each in ProjectImpact.objects.filter(analysis__draft__published_as=target, project__in=behind).order_by(
            "analysis__requested_at", "id"
        )
    }
    rows = []
    for project in behind:
        decision = decisions.get(project.pk)
        if decision and decision.kind == MigrationDecision.Kind.STAY and decision.last_day and decision.last_day < day:
            decision = None
        assert project.standard_version is not None
        rows.append(Behind(project, project.standard_version, impacts.get(project.pk), decision))
    return rows
