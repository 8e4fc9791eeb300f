"""One line for each project, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.office.assurance.models import Status
from plumbline.office.projects.models import Project
from plumbline.office.reporting.report import Marks
from plumbline.office.reporting.scope import Scope

SILENT = "silent"
NO_REPORT = "none"
IN_ORDER = (Status.RED.value, Status.AMBER.value, SILENT, NO_REPORT, Status.UNKNOWN.value, Status.GREEN.value)
"""The worst first; of what nobody knows, what was promised and did not come stands first."""


@dataclass(frozen=True, slots=True)
class Line:
    """``reported`` is a colour, silent or none; ``statuses`` the evidence by dimension. Money is as last reported."""

    key: int
    code: str
    name: str
    portfolio: str
    programme: str
    programme_key: int | None
    manager: str
    reported: str
    evidence: str
    statuses: dict[str, str]
    flags: tuple[str, ...]
    report_key: int | None
    assessment_key: int | None
    reported_on: date | None
    silent_since: date | None
    finish: date | None
    days_late: int | None
    budget: Decimal | None
    spent: Decimal | None
    forecast_cost: Decimal | None
    next_gate: str
    summary: str

    @property
    def title(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_red(self) -> bool:
        return Status.RED.value in (self.reported, self.evidence)

    @property
    def is_watermelon(self) -> bool:
        return self.reported != SILENT and "watermelon" in self.flags


def lines_of(scope: Scope, today: date) -> list[Line]:
    """By place in the tree and code."""
    found = (
        scope.projects()
        .select_related("standing", "reporting__report", "whereabouts")
        .prefetch_related("statuses")
        .order_by("portfolio__name", "programme__name", "code")
    )
    return [line_of(each, today) for each in found]


def line_of(project: Project, today: date) -> Line:
    standing, reporting = getattr(project, "standing", None), getattr(project, "reporting", None)
    report = reporting.report if reporting else None
    is_silent = bool(reporting and reporting.silent_after and today > reporting.silent_after)
    whereabouts = getattr(project, "whereabouts", None)
    return Line(
        key=project.pk,
        code=project.code,
        name=project.name,
        portfolio=project.portfolio.name,
        programme=project.programme.name if project.programme else "",
        programme_key=project.programme_id,
        manager=str(project.manager or ""),
        reported=SILENT if is_silent else (reporting and reporting.overall) or NO_REPORT,
        evidence=standing.overall if standing else Status.UNKNOWN.value,
        statuses={each.dimension: each.status for each in project.statuses.all()},
        flags=tuple(reporting.flags) if reporting else (),
        report_key=report.pk if report else None,
        assessment_key=standing.assessment_id if standing else None,
        reported_on=report.as_of if report else None,
        silent_since=reporting.silent_after if reporting and is_silent else None,
        finish=(standing and standing.forecast_finish) or (report and report.forecast_finish) or None,
        days_late=standing.finish_slip_days if standing else None,
        budget=report.budget if report and report.budget is not None else project.budget,
        spent=report.spent if report else None,
        forecast_cost=report.forecast_cost if report else None,
        next_gate=whereabouts.gate_title if whereabouts else "",
        summary=report.summary if report and not is_silent else "",
    )


def marks_of(lines: Iterable[Line]) -> Marks:
    """What the next pack compares itself with."""
    return {
        "projects": {
            str(each.key): {
                "title": each.title,
                "reported": each.reported,
                "evidence": each.evidence,
                "finish": each.finish.isoformat() if each.finish else None,
            }
            for each in lines
        }
    }
