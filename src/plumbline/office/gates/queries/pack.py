"""The evidence pack of a gate, assembled from what is kept: as sections of words, the same for page, record and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Gate
from plumbline.office.gates.evidence import WORDS
from plumbline.office.gates.models import Condition
from plumbline.office.gates.queries.checklist import Asked, Checklist, Gathered, version_that_counts
from plumbline.office.governance import queries as governance
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind

CONSEQUENCES = {
    Consequence.BLOCK: "Blocks the gate",
    Consequence.WAIVER: "Needs a waiver",
    Consequence.ADVISE: "Advice",
}
MOST_RISKS = 10


@dataclass(frozen=True, slots=True)
class Section:
    """A table in words. ``empty`` is said where there are no rows."""

    title: str
    columns: tuple[str, ...]
    rows: list[list[str]]
    note: str = ""
    empty: str = "None."

    @property
    def lines(self) -> list[list[tuple[str, str]]]:
        """Each row as pairs of column and cell."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> Section:
        return cls(data["title"], tuple(data["columns"]), data["rows"], data["note"], data["empty"])

    def as_data(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "note": self.note,
            "columns": list(self.columns),
            "rows": self.rows,
            "empty": self.empty,
        }


def pack(project: Project, gathered: Gathered, found: Checklist) -> list[Section]:
    return [
        _answers(found),
        _findings(gathered),
        _waivers(project),
        _artefacts(gathered, found.gate),
        _risks(project),
        _outlook(gathered),
        _earlier_conditions(project),
    ]


def said_of(asked: Asked) -> str:
    """Everything there is to say about one answer, in one cell."""
    found = [each for each in (asked.answer.note if asked.answer else "", _of_evidence(asked)) if each]
    if asked.overruled and asked.answer:
        found.append(f"Overrules the evidence, which proposed: {WORDS[asked.answer.proposed]}.")
    if asked.is_outdated:
        found.append("Answered before the evidence changed.")
    return " ".join(found)


def on(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else "not known"


def _of_evidence(asked: Asked) -> str:
    return f"{asked.evidence.title}: {asked.evidence.says}" if asked.evidence else ""


def _answers(found: Checklist) -> Section:
    rows = [
        [
            each.question.ask + ("" if each.question.mandatory else " (optional)"),
            each.words,
            each.answered_by,
            said_of(each),
        ]
        for each in found.asked
    ]
    return Section("Questions and answers", ("Question", "Answer", "Answered by", "Said, and found"), rows)


def _findings(gathered: Gathered) -> Section:
    rows = [
        [each.title, each.severity.capitalize(), CONSEQUENCES[gathered.consequence(each)], each.sentence]
        for each in gathered.failed
    ]
    standing = gathered.standing
    note = f"As assessed on {on(standing.assessment.facts_as_of.date())}." if standing else ""
    empty = "No rule fails." if standing else "No plan has been assessed yet."
    return Section("Rules that fail", ("Rule", "Severity", "What follows", "What was found"), rows, note, empty)


def _waivers(project: Project) -> Section:
    today = governance.today(project.organisation)
    rows = [
        [each.title, on(each.last_day), each.reason, str(each.decided_by or "")]
        for each in governance.waivers_of(project)
        if each.holds_on(today)
    ]
    return Section("Waivers that hold", ("Rule", "Through", "Reason", "Approved by"), rows)


def _artefacts(gathered: Gathered, gate: Gate) -> Section:
    """Those due by the end of the gate's phase, and what there is besides."""
    phases = gathered.standard.phases
    at = list(phases).index(gate.closes or gate.opens or list(phases)[-1])
    later = {name for name in list(phases)[at + 1 :] if not phases[name].throughout}
    rows = [
        [
            each.artefact.title,
            phases[each.artefact.phase].title,
            each.state.capitalize(),
            str(version_that_counts(each) or "–"),
            on(each.reviewed_on) if each.reviewed_on else "–",
        ]
        for each in gathered.artefacts.values()
        if each.state != "missing" or (each.artefact.required and each.artefact.phase not in later)
    ]
    columns = ("Artefact", "Due by the end of", "State", "Version", "Looked at")
    return Section("Artefacts", columns, rows, empty="The standard asks for none.")


def _risks(project: Project) -> Section:
    found = Entry.objects.filter(project=project, kind=Kind.RISK, closed_at=None).select_related("owner")
    heaviest = found.order_by((F("probability") * F("impact")).desc(nulls_last=True), "number")[:MOST_RISKS]
    rows = [
        [f"{each.reference} {each.title}", str(each.score or "–"), str(each.owner or "nobody"), on(each.due_on)]
        for each in heaviest
    ]
    note = f"Open ones, at most {MOST_RISKS}, by probability times impact."
    return Section("Risks", ("Risk", "Score", "Owner", "Next review"), rows, note, "No open risk is kept.")


def _outlook(gathered: Gathered) -> Section:
    standing = gathered.standing
    if standing is None:
        return Section("Outlook and figures", ("Figure", "Value"), [], empty="No plan has been assessed yet.")
    slip = standing.finish_slip_days
    rows = [
        ["Evidence status", standing.overall.capitalize()],
        ["Forecast finish", on(standing.forecast_finish)],
        ["Working days after the baseline finish", "no baseline" if slip is None else str(slip)],
    ]
    measured = [each for each in standing.assessment.metrics if each["value"] is not None]
    rows += [[each["title"], f"{each['value']:.4g} {each['unit']}"] for each in measured]
    return Section("Outlook and figures", ("Figure", "Value"), rows)


def _earlier_conditions(project: Project) -> Section:
    found = Condition.objects.filter(review__project=project, state__in=Condition.HOLDING)
    rows = [
        [each.text, each.review.title, str(each.owner), on(each.due_on), each.get_state_display()]
        for each in found.select_related("owner", "review")
    ]
    return Section("Open conditions of earlier gates", ("Condition", "Gate", "Owner", "Due", "State"), rows)
