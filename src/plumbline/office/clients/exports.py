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
    """One value a line, so that reports of several periods can be put below each other."""
    yield ["Provider", "About", "Period", "First day", "Last day", "By", "Of", "What", "Value"]
    period = report.period
    start = [str(report.provider), report.about, period.label, period.first, period.last]
    for label, value in report.figures.items():
        yield [*start, "", "", label, value]
    for kind, sums in (("Month", report.months), ("Service", report.services)):
        for each in sums:
            counts = {"Asked": each.asked, "Done": each.done, "In time": each.in_time, "Late": each.late}
            for label, value in counts.items():
                yield [*start, kind, each.name, label, value]
    for each in report.services:
        yield [*start, "Service", each.name, "Hours", each.hours]
        yield [*start, "Service", each.name, f"Cost ({report.currency})", round(each.cost, 2)]
    for name, hours in report.clients:
        yield [*start, "Client", name, "Hours", hours]
