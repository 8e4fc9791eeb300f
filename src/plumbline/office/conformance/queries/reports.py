"""What the report of an audit says: made once from what is kept, and read from its document alone afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.office.conformance.models import Audit, AuditReport, ChecklistAnswer
from plumbline.office.conformance.queries.audits import last_choice
from plumbline.office.conformance.queries.checklists import questions
from plumbline.office.conformance.queries.findings import findings_of
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person

VALUES = dict(ChecklistAnswer.Value.choices)


def report_of(audit: Audit) -> AuditReport | None:
    return AuditReport.objects.filter(audit=audit).select_related("reported_by").first()


def document_of(audit: Audit, by: Person) -> dict[str, Any]:
    """Everything the report says, as of now, in words and figures that need nothing else to be read."""
    choice = last_choice(audit)
    return {
        "schema_version": 1,
        "organisation": str(audit.organisation),
        "title": audit.title,
        "scope": audit.scope,
        "reason": audit.reason,
        "lead": str(audit.lead),
        "planned_from": audit.planned_from.isoformat(),
        "planned_to": audit.planned_to.isoformat(),
        "reported_by": str(by),
        "reported_at": now().isoformat(),
        "choice": {
            "method": choice.get_method_display() if choice else "",
            "how": choice.how if choice else "",
            "seed": choice.seed if choice else None,
            "chosen_from": choice.chosen_from if choice else [],
        },
        "projects": _projects(audit),
        "questions": _questions(audit),
        "findings": _findings(audit),
    }


def _projects(audit: Audit) -> list[dict[str, Any]]:
    return [
        {
            "code": each.project.code,
            "name": each.project.name,
            "manager": str(each.project.manager or ""),
            "standard": str(each.standard_version or ""),
            "phase": each.phase,
        }
        for each in audit.sample.select_related("project__manager", "standard_version")
    ]


def _questions(audit: Audit) -> list[dict[str, Any]]:
    return [
        {
            "project": each.project.code,
            "kind": each.get_kind_display(),
            "text": each.text,
            "evidence": each.evidence,
            "answer": each.latest,
            "note": each.latest_note,
            "answered_by": each.latest_by,
        }
        for each in questions(audit)
    ]


def _findings(audit: Audit) -> list[dict[str, Any]]:
    return [
        {
            "project": each.project.code,
            "text": each.text,
            "grade": each.get_grade_display(),
            "owner": str(each.owner),
            "due": each.due.isoformat(),
            "state": each.get_state_display(),
            "question": each.question.text if each.question else "",
        }
        for each in findings_of(audit).select_related("question").order_by("project__code", "id")
    ]


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions were answered how. The share is of those that were relevant."""

    code: str
    name: str
    counts: tuple[tuple[str, str, int], ...]
    total: int

    @property
    def shares(self) -> list[tuple[str, str, int, int | None]]:
        """Value, its word, how many, and per cent of the relevant; ``None`` for what was not relevant."""
        relevant = sum(count for value, _, count in self.counts if value != "not_relevant")
        return [
            (value, word, count, round(100 * count / relevant) if relevant and value != "not_relevant" else None)
            for value, word, count in self.counts
        ]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """``questions`` are those asked for by project and answer, all by default."""

    document: dict[str, Any]
    shares: list[Share]
    questions: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    project: str
    answer: str


def report_page(report: AuditReport, project: str = "", answer: str = "") -> ReportPage:
    document = json.loads(report.document)
    asked = document["questions"]
    shares = [_share(each["code"], each["name"], asked) for each in document["projects"]]
    wanted = [each for each in asked if project in ("", each["project"]) and answer in ("", each["answer"])]
    findings = [{**each, "due": date.fromisoformat(each["due"])} for each in document["findings"]]
    return ReportPage(document, [*shares, _share("", "All projects", asked)], wanted, findings, project, answer)


def _share(code: str, name: str, asked: list[dict[str, Any]]) -> Share:
    own = [each for each in asked if code in ("", each["project"])]
    counts = tuple((value, word, sum(1 for each in own if each["answer"] == value)) for value, word in VALUES.items())
    return Share(code, name, counts, len(own))
