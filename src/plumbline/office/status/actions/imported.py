"""Reports that came in a file: history, kept beside what is written here. The caller's action tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.status.models import StatusReport

BATCH = 200
CONTENT = (
    "overall", "summary", "forecast_finish", "budget", "spent", "forecast_cost", "benefits", "rating", "rating_scale",
    "start", "baseline_finish",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """What a file says about a project at a day. ``rating`` is in its words, ``overall`` the colour it stands for."""

    project: Project
    as_of: date
    overall: str = ""
    summary: str = ""
    rating: str = ""
    rating_scale: str = ""
    start: date | None = None
    baseline_finish: date | None = None
    forecast_finish: date | None = None
    budget: Decimal | None = None
    spent: Decimal | None = None
    forecast_cost: Decimal | None = None
    benefits: Decimal | None = None

    def says_the_same_as(self, report: StatusReport) -> bool:
        return all(getattr(self, name) == getattr(report, name) for name in CONTENT)


def add_imported_reports(reports: Iterable[ImportedReport], *, by: Person | None) -> list[StatusReport]:
    """Adds them, in order. They ask nobody for a next report: what is due follows from reports written here alone."""
    moment = now()
    added = [
        StatusReport(
            project=each.project,
            as_of=each.as_of,
            source=StatusReport.Source.IMPORTED,
            author=by,
            published_at=moment,
            **{name: getattr(each, name) for name in CONTENT},
        )
        for each in reports
    ]
    return StatusReport.objects.bulk_create(added, batch_size=BATCH)
