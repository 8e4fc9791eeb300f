"""Benefits and what came of them, as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from plumbline.office.benefits.queries import BenefitPage, BenefitRow, Group


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)


def register_lines(rows: Iterable[BenefitRow]) -> Iterator[list[Any]]:
    yield ["Project", "Reference", "Benefit", "Kind", "Dis-benefit", "Evidence", "Owner", "Successor", "Status",
           "Measure", "Unit", "Baseline", "Baseline on", "Target", "Realised on", "Planned today", "Measured",
           "Measured on", "Realisation %", "Next measurement", "At risk by", "Objectives", "Programme", "Portfolio",
           "Project archived"]  # fmt: skip
    for row in rows:
        profile, project = row.profile, row.benefit.project
        yield [
            project.code, row.benefit.reference, profile.title, profile.get_kind_display(),
            "yes" if profile.is_disbenefit else "no", profile.rung, profile.owner.name if profile.owner else "",
            profile.successor.name if profile.successor else "", profile.get_status_display(), profile.measure,
            profile.unit, profile.baseline, profile.baseline_on, profile.target, profile.realised_on,
            _number(row.planned_now), row.last.value if row.last else None, row.last.on if row.last else None,
            row.percent, row.benefit.measure_due_on, ", ".join(str(each) for each in row.late),
            "; ".join(each.name for each in row.objectives), project.programme.name if project.programme else "",
            project.portfolio.name, "yes" if project.archived_at else "no",
        ]  # fmt: skip


def sum_lines(groups: Iterable[Group]) -> Iterator[list[Any]]:
    yield ["Of", "Kind", "Unit", "Benefits", "Not measured", "Promised", "Planned to date, all",
           "Planned, measured ones", "Actual to date", "Realisation %"]  # fmt: skip
    for group in groups:
        for each in group.totals:
            rate = None if each.rate is None else round(each.rate * 100)
            sums = (each.promised, each.planned_of_all, each.planned, each.actual)
            yield [group.name, str(each.kind), each.unit, each.benefits, each.unmeasured, *map(_number, sums), rate]


def measurement_lines(page: BenefitPage) -> Iterator[list[Any]]:
    yield ["Day", "Level", "Planned", "Note", "By", "Counts", "Withdrawn because"]
    for each in page.measured:
        found = each.measurement
        yield [found.on, found.value, each.planned, found.note, found.by.name if found.by else "",
               "yes" if each.counts else "no", each.withdrawn_because]  # fmt: skip
