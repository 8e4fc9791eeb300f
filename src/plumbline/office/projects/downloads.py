"""A plan version, whole, in each format that can be written."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from plumbline.engine.writers import Loss, losses, write, writers
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.projects.queries.plans import calculation_of, schedule_of

_CONTENT_TYPES = {
    ".xml": "application/xml",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".plan.json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Download:
    title: str
    ending: str
    address: str


def formats(project: Project, version: PlanVersion) -> list[Download]:
    """What ``version`` of the plan of ``project`` can be downloaded as."""
    return [
        Download(
            title=each.FORMAT,
            ending=each.EXTENSIONS[0],
            address=reverse(f"projects:download_{name}", args=[project.organisation.slug, project.pk, version.number]),
        )
        for name, each in writers().items()
    ]


@dataclass(frozen=True, slots=True)
class FormatsAlike:
    """Formats that hold the same of a plan, and what they cannot hold."""

    downloads: tuple[Download, ...]
    losses: tuple[Loss, ...]

    @property
    def title(self) -> str:
        return " · ".join(each.title for each in self.downloads)


def formats_alike(project: Project, version: PlanVersion) -> list[FormatsAlike]:
    """Every format with what it cannot hold of ``version``, said before anybody downloads it."""
    schedule = schedule_of(version)
    alike: dict[tuple[Loss, ...], list[Download]] = {}
    for name, each in zip(writers(), formats(project, version), strict=True):
        alike.setdefault(losses(schedule, name), []).append(each)
    return [FormatsAlike(tuple(downloads), lost) for lost, downloads in sorted(alike.items(), key=_least_lost)]


def _least_lost(alike: tuple[tuple[Loss, ...], list[Download]]) -> int:
    return len(alike[0])


def plan_in(format: str, version: PlanVersion) -> HttpResponse:
    """The answer that hands over the file."""
    ending = writers()[format].EXTENSIONS[0]
    content = write(schedule_of(version), format, calculation_of(version)).content
    response = HttpResponse(content, content_type=_CONTENT_TYPES.get(ending, "application/octet-stream"))
    name = f"{version.project.code} version {version.number}{ending}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
