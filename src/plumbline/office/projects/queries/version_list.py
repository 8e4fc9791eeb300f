"""The versions of a plan, each beside the one before."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plans import versions

VERSIONS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """``moved_by`` is calendar days the finish moved since the version before, if both have one."""

    version: PlanVersion
    previous: PlanVersion | None
    is_current: bool
    is_baseline: bool

    @property
    def moved_by(self) -> int | None:
        if self.previous is None or self.previous.finish is None or self.version.finish is None:
            return None
        return (self.version.finish - self.previous.finish).days

    @property
    def moved_words(self) -> str:
        days = abs(self.moved_by or 0)
        return f"{days} {'day' if days == 1 else 'days'} {'later' if (self.moved_by or 0) > 0 else 'earlier'}"


def version_page(project: Project, page_number: str | None) -> Page[PlanVersion]:
    return Paginator(versions(project), VERSIONS_PER_PAGE).get_page(page_number)


def listed_versions(project: Project, page: Page[PlanVersion]) -> list[ListedVersion]:
    shown = list(page.object_list)
    if not shown:
        return []
    before = [*shown[1:], versions(project).filter(number__lt=shown[-1].number).first()]
    return [
        ListedVersion(each, previous, each.pk == project.current_plan_id, each.pk == project.baseline_id)
        for each, previous in zip(shown, before, strict=True)
    ]
