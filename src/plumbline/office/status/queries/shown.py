"""A report as a page shows it, published or as it will be."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.office.assurance.queries import standing_of
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.status.evidence import evidence_of
from plumbline.office.status.frozen import Frozen, FrozenDimension
from plumbline.office.status.models import Acknowledgement, ReportedStatus, StatusDraft, StatusReport
from plumbline.office.status.queries.drafts import titles_of
from plumbline.office.status.queries.reports import last_report

ORDER = ["green", "amber", "red"]


@dataclass(frozen=True, slots=True)
class ShownDimension:
    """``then`` is what was reported the time before, empty for the first; ``evidence`` as it was kept."""

    row: ReportedStatus
    then: str
    then_comment: str
    evidence: FrozenDimension | None

    @property
    def trend(self) -> str:
        """Held against the report before."""
        if self.then not in ORDER or self.then == self.row.reported:
            return "same" if self.then else ""
        return "worse" if ORDER.index(self.row.reported) > ORDER.index(self.then) else "better"

    @property
    def parts(self) -> int:
        """Steps by which the evidence was worse than what was reported; negative where it was better."""
        known = self.row.evidence in ORDER
        return ORDER.index(self.row.evidence) - ORDER.index(self.row.reported) if known else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of this report and of the one before."""

    name: str
    now: object
    then: object
    is_money: bool = True


@dataclass(frozen=True, slots=True)
class ShownReport:
    report: StatusReport
    previous: StatusReport | None
    dimensions: list[ShownDimension]
    frozen: Frozen
    read_by: list[Acknowledgement] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        """Those that either of the two reports gives."""
        found = []
        for name, column in FIGURES.items():
            now = getattr(self.report, column)
            then = getattr(self.previous, column) if self.previous else None
            if now is not None or then is not None:
                found.append(Figure(name, now, then, is_money=column != "forecast_finish"))
        return found

    @property
    def days_late(self) -> int:
        """How long after it was asked for."""
        due = self.report.due_on
        return max(0, (self.report.published_at.date() - due).days) if due else 0

    def is_read_by(self, person: Person) -> bool:
        return any(each.person_id == person.pk for each in self.read_by)


FIGURES = {
    "Finish expected by the manager": "forecast_finish",
    "Budget": "budget",
    "Spent": "spent",
    "Cost expected in all": "forecast_cost",
    "Benefits so far": "benefits",
}


def shown_report(report: StatusReport) -> ShownReport:
    read_by = list(report.acknowledgements.select_related("person"))
    return _shown(report, list(report.dimensions.all()), Frozen.of(report.frozen), read_by)


def shown_draft(draft: StatusDraft, by: Person) -> ShownReport:
    """As the report would be if it were published now; nothing of it is kept."""
    previous = last_report(draft.project, draft.line)
    frozen = evidence_of(draft.project, standing_of(draft.project), previous.published_at if previous else None)
    report = StatusReport(
        project=draft.project,
        line=draft.line,
        author=by,
        previous=previous,
        published_at=now(),
        assessment_id=frozen.assessment,
        **{name: getattr(draft, name) for name in ("as_of", "overall", "summary", *FIGURES.values())},
    )
    rows = [_row(draft, frozen, name, title) for name, title in titles_of(standard_for(draft.project)).items()]
    return _shown(report, [each for each in rows if each.reported], frozen, [])


def _row(draft: StatusDraft, frozen: Frozen, name: str, title: str) -> ReportedStatus:
    said, seen = draft.dimensions.get(name, {}), frozen.by_dimension.get(name)
    return ReportedStatus(
        dimension=name,
        title=title,
        reported=said.get("colour", ""),
        comment=said.get("comment", ""),
        evidence=seen.status if seen else "unknown",
        reasons=list(seen.reasons) if seen else [],
    )


def _shown(
    report: StatusReport, rows: list[ReportedStatus], frozen: Frozen, read_by: list[Acknowledgement]
) -> ShownReport:
    before = {each.dimension: each for each in report.previous.dimensions.all()} if report.previous else {}
    evidence = frozen.by_dimension
    dimensions = [
        ShownDimension(
            row,
            before[row.dimension].reported if row.dimension in before else "",
            before[row.dimension].comment if row.dimension in before else "",
            evidence.get(row.dimension),
        )
        for row in rows
    ]
    return ShownReport(report, report.previous, dimensions, frozen, read_by)
