"""The protocol of a session: one frozen document of words, from which its page and its PDF are made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.office.acceptance.queries.sessions import Shown
from plumbline.office.acceptance.session_models import AcceptanceSession, Attendee, Outcome, Protocol, Signature
from plumbline.office.foundation.frozen import Document
from plumbline.office.foundation.typeset import pdf_from
from plumbline.office.people.models import Organisation, Person

SCHEMA = 1
LAYOUT = Path(__file__).parent / "layout" / "protocol.typ"


def document_of(
    session: AcceptanceSession, shown: Iterable[Shown], attendees: Iterable[Attendee], by: Person, at: datetime
) -> Document:
    """Needs a decision for every item."""
    project, listed = session.project, list(shown)
    return {
        "schema": SCHEMA,
        "title": f"Acceptance protocol {session.reference}",
        "project": f"{project.code} {project.name}",
        "organisation": project.organisation.name,
        "facts": [
            ["Project", f"{project.code} {project.name}"],
            ["Session", session.reference],
            ["Held on", f"{session.held_on:%-d %B %Y}"],
            ["Place", session.place],
            ["Called by", str(session.called_by)],
            ["Closed by", str(by)],
            ["Closed on", moment(at, project.organisation)],
            ["Result", result_of(listed)],
        ],
        "attendees": [[each.name, each.role, each.get_side_display() if each.side else ""] for each in attendees],
        "criteria": [_criterion(each, project.organisation) for each in listed],
        "closed_at": at.isoformat(),
    }


def result_of(shown: list[Shown]) -> str:
    decided = [each.decision.outcome for each in shown if each.decision]
    parts = [f"{decided.count(each)} {str(each.label).lower()}" for each in Outcome if each in decided]
    return f"{', '.join(parts)}, of {len(shown)}"


def moment(at: datetime, organisation: Organisation) -> str:
    """In the organisation's own zone, as words."""
    return f"{at.astimezone(ZoneInfo(organisation.time_zone)):%-d %B %Y, %H:%M}"


def signature_rows(signatures: Iterable[Signature], organisation: Organisation) -> list[list[str]]:
    return [
        [each.person.name, each.role, each.get_side_display(), moment(each.at, organisation)] for each in signatures
    ]


def pdf_of(protocol: Protocol, signed: list[list[str]], missing: list[list[str]]) -> bytes:
    """The same protocol with the same signatures gives the same bytes."""
    told = {"digest": protocol.digest, "signed": signed, "missing": missing}
    return pdf_from(LAYOUT, {**protocol.document, **told}, protocol.closed_at)


def _criterion(shown: Shown, organisation: Organisation) -> dict[str, Any]:
    """As it was agreed on; the criterion may be called otherwise by now."""
    said, criterion = shown.decision, shown.item.criterion
    assert said is not None
    agreed = said.text
    return {
        "reference": criterion.reference,
        "title": agreed.title or criterion.title,
        "deliverable": str(criterion.deliverable),
        "text": agreed.text,
        "text_number": agreed.number,
        "text_digest": agreed.digest,
        "target": " ".join(filter(None, (agreed.measure, agreed.target))),
        "method": agreed.get_method_display(),
        "accepted_by": shown.accepted_by,
        "outcome": said.outcome,
        "decision": said.get_outcome_display(),
        "words": said.words,
        "evidence": said.evidence,
        "link": said.link,
        "by": str(said.by),
        "at": moment(said.at, organisation),
    }
