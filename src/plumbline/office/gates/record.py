"""The frozen record of a decision: one document of words, from which its page and its PDF are made, and its hash."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.engine.standard.life_cycle import Decision
from plumbline.office.foundation.frozen import Document
from plumbline.office.gates.models import OUTCOMES, GateReview, Rating
from plumbline.office.gates.queries.checklist import Checklist, Gathered
from plumbline.office.gates.queries.pack import Section, on, pack
from plumbline.office.gates.queries.reviews import Said
from plumbline.office.people.models import Person

SCHEMA = 1


def document_of(
    review: GateReview,
    *,
    gathered: Gathered,
    found: Checklist,
    said: Said,
    outcome: Decision,
    reason: str,
    by: Person,
    at: datetime,
) -> Document:
    """``facts`` and ``sections`` are what people read; ``names`` is for programs."""
    project, standing = review.project, gathered.standing
    sections = [*_of_people(said), *pack(project, gathered, found)]
    return {
        "schema": SCHEMA,
        "title": f"{review.title}: {dict(OUTCOMES)[outcome.value]}",
        "project": f"{project.code} {project.name}",
        "organisation": project.organisation.name,
        "decided_at": at.isoformat(),
        "reason": reason,
        "facts": _facts(review, gathered, outcome, by, at, said.rating),
        "sections": [each.as_data() for each in sections],
        "names": {
            "project": project.code,
            "gate": review.gate,
            "outcome": outcome.value,
            "round": review.round,
            "attempt": review.attempt,
            "standard": gathered.standard.name,
            "standard_version": gathered.standard.version,
            "standard_hash": gathered.standard.content_hash,
            "assessment": standing.assessment_id if standing else None,
            "answers": {each.name: each.value for each in found.asked},
        },
    }


def _facts(
    review: GateReview, gathered: Gathered, outcome: Decision, by: Person, at: datetime, rating: Rating | None
) -> list[list[str]]:
    local = at.astimezone(ZoneInfo(review.project.organisation.time_zone))
    facts = [
        ["Project", f"{review.project.code} {review.project.name}"],
        ["Gate", review.title],
        ["Decision", dict(OUTCOMES)[outcome.value]],
        ["Decided by", f"{by}, {review.decides_title}"],
        ["Decided on", f"{on(local.date())}, {local:%H:%M}"],
        ["Attempt", str(review.attempt)],
        ["Standard", f"{gathered.standard.title} {gathered.standard.version}"],
        ["Review opened by", str(review.opened_by)],
    ]
    if rating:
        facts.append(
            ["Rating of the review", f"{rating.level_title} ({rating.scale_title}, version {rating.scale_version})"]
        )
    return facts


def _of_people(said: Said) -> list[Section]:
    return [
        Section(
            "Conditions",
            ("Condition", "Owner", "Due"),
            [[each.text, str(each.owner), on(each.due_on)] for each in said.proposed],
        ),
        Section(
            "Recommendations",
            ("Recommendation", "Urgency", "From"),
            [[each.text, each.get_urgency_display(), str(each.by)] for each in said.recommendations],
        ),
        Section(
            "Reviewers", ("Reviewer", "Part", "Rating", "Reasons"), [_reviewer(said, each) for each in said.reviewers]
        ),
        Section(
            "Consents",
            ("Role", "Who", "Said", "Note"),
            [
                [each.role_title, str(each.person), "Agrees" if each.agrees else "Dissents", each.note]
                for each in said.consents
            ],
            empty="The gate asks for none.",
        ),
    ]


def _reviewer(said: Said, reviewer: Any) -> list[str]:
    own = said.ratings.get(reviewer.person_id)
    rating = f"{own.level_title} ({own.scale_title}, version {own.scale_version})" if own else "none"
    reasons = [own.reasons] if own else []
    if reviewer.leads and said.rating:
        reasons.append(f"Of the whole review: {said.rating.level_title}. {said.rating.reasons}")
    return [str(reviewer.person), "Leads" if reviewer.leads else "Reviews", rating, " ".join(reasons)]
