"""Projects looked at more closely: dimensions beside each other, what fails, their own risks. Fixed queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F

from plumbline.office.assurance.models import DimensionStatus, Finding
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.reporting.document import Block, Cell, Column, Figure, Figures, Heading, Paragraph, Table
from plumbline.office.reporting.gathering.lines import SILENT, Line
from plumbline.office.status.models import ReportedStatus

MOST_FAILURES = 6
MOST_RISKS = 5


class Closer:
    """What is known about some projects, read at once."""

    def __init__(self, lines: Iterable[Line]) -> None:
        lines = list(lines)
        assessments = [each.assessment_key for each in lines if each.assessment_key]
        self._reported: dict[int, dict[str, ReportedStatus]] = defaultdict(dict)
        for said in ReportedStatus.objects.filter(report__in=[each.report_key for each in lines if each.report_key]):
            self._reported[said.report_id][said.dimension] = said
        self._evidence: dict[int, list[DimensionStatus]] = defaultdict(list)
        for found in DimensionStatus.objects.filter(assessment__in=assessments).defer("indicators"):
            self._evidence[found.assessment_id].append(found)
        self._failures: dict[int, list[Finding]] = defaultdict(list)
        failed = Finding.objects.filter(assessment__in=assessments, outcome="fail", severity="major")
        for finding in failed.defer("offenders"):
            self._failures[finding.assessment_id].append(finding)
        self._risks: dict[int, list[Entry]] = defaultdict(list)
        risks = Entry.objects.filter(kind=Kind.RISK, closed_at=None, project__in=[each.key for each in lines])
        weighed = risks.annotate(weight=F("probability") * F("impact")).order_by(
            F("weight").desc(nulls_last=True), F("amount").desc(nulls_last=True), "pk"
        )
        for risk in weighed.select_related("owner"):
            self._risks[risk.project_id].append(risk)

    def page_of(self, line: Line, *, new_page: bool) -> list[Block]:
        """One page of an appendix."""
        return [
            Heading(line.title, level=3, new_page=new_page),
            figures_of(line),
            *([Paragraph(line.summary)] if line.summary else []),
            self.dimensions(line),
            self.failures(line),
            self.risks(line),
        ]

    def dimensions(self, line: Line) -> Table:
        """The last report beside the evidence of today."""
        reported = self._reported[line.report_key] if line.report_key else {}
        evidence = {each.dimension: each for each in self._evidence[line.assessment_key or 0]}
        rows: list[tuple[Cell, ...]] = []
        for name in [*evidence, *(each for each in reported if each not in evidence)]:
            said, found = reported.get(name), evidence.get(name)
            title = found.title if found else reported[name].title
            colour = "none" if said is None else SILENT if line.reported == SILENT else said.reported
            because = " ".join(found.reasons) if found else ""
            status = found.status if found else "unknown"
            rows.append((title, colour, status, said.comment if said else "", because))
        columns = (
            Column("Dimension"),
            Column("Reported", "status"),
            Column("Evidence", "status"),
            Column("What the manager says"),
            Column("What the evidence says"),
        )
        return Table(f"Dimensions of {line.code}", columns, tuple(rows), empty="Nothing was assessed or reported yet.")

    def failures(self, line: Line) -> Table:
        found = self._failures[line.assessment_key or 0]
        columns = (Column("Rule that fails"), Column("What was found"))
        rows = tuple((each.title, each.sentence) for each in found[:MOST_FAILURES])
        more = len(found) - MOST_FAILURES
        note = f"And {more} more." if more > 0 else ""
        return Table(f"Major findings of {line.code}", columns, rows, note, "No major rule fails.")

    def risks(self, line: Line) -> Table:
        columns = (Column("Risk"), Column("Score", "number"), Column("If it strikes", "money"), Column("Owner"))
        rows = tuple(
            (each.title, each.score, each.amount, str(each.owner or "")) for each in self._risks[line.key][:MOST_RISKS]
        )
        return Table(f"Risks of {line.code}", columns, rows, empty="No open risks.")


def figures_of(line: Line) -> Figures:
    return Figures(
        (
            Figure("Reported", line.reported, "status"),
            Figure("Evidence", line.evidence, "status"),
            Figure("Forecast finish", line.finish, "date", _late(line.days_late)),
            Figure("Budget", line.budget, "money"),
            Figure("Spent", line.spent, "money"),
            Figure("Forecast cost", line.forecast_cost, "money"),
        )
    )


def _late(days: int | None) -> str:
    if not days:
        return "" if days is None else "as in the baseline"
    return f"{abs(days)} working days {'after' if days > 0 else 'before'} the baseline"
