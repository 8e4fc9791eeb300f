"""The portfolio as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.portfolio.queries import Dimension, Row


def lines_of(dimensions: list[Dimension], rows: list[Row]) -> Iterator[list[Any]]:
    """The heading and one line for each project; dates are dates and numbers are numbers."""
    yield [
        "Portfolio", "Programme", "Code", "Project", "Manager", "Overall", *(each.title for each in dimensions),
        "Data date", "Forecast finish", "Working days late", "Next milestone", "Milestone date", "Budget",
        "Last report", "Reporting", *(f"{each.title}, reported" for each in dimensions),
    ]  # fmt: skip
    for row in rows:
        project, standing = row.project, row.standing
        yield [
            project.portfolio.name,
            project.programme.name if project.programme else "",
            project.code,
            project.name,
            project.manager.name if project.manager else "",
            standing.overall if standing else "unknown",
            *(each.status if each else "unknown" for each in row.statuses),
            project.current_plan.data_date if project.current_plan else None,
            standing.forecast_finish if standing else None,
            standing.finish_slip_days if standing else None,
            standing.next_milestone if standing else "",
            standing.next_milestone_on if standing else None,
            project.budget,
            row.last_report,
            row.reporting,
            *row.reported,
        ]
