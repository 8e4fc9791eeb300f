"""The desk and a service report as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.clients.queries import Desk, Report


def desk_lines(desk: Desk) -> Iterator[list[Any]]:
    """A cell is empty where the client does not show the figure."""
    labels = desk.figures
    yield ["Client", *labels, "Names"]
    for line in desk.lines:
        figures = {label: value for _, shown in line.shown for label, value in shown.figures.items()}
        names = "; ".join(name for _, shown in line.shown for name in shown.lines)
        yield [line.client.name, *(figures.get(label) for label in labels), names]


def report_lines(report: Report) -> Iterator[list[Any]]:
    yield ["Provider", "Client", "Month", "What", "Value"]
    start = [str(report.agreement.provider), str(report.agreement.client), report.month]
    for label, value in report.figures.items():
        yield [*start, label, value]
    for service, hours in report.hours_by_service:
        yield [*start, f"Hours: {service}", hours]
