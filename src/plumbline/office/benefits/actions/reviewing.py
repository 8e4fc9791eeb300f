"""The benefits review after the project: planned, held, decided, and what was learned kept for others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.benefits.actions.places import refuse_stranger
from plumbline.office.benefits.actions.profiles import change_benefit
from plumbline.office.benefits.models import LIVE, Benefit, BenefitsReview, BenefitsReviewer, Status
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import held, mark
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Kind as EntryKind

MOST_REVIEWERS = 20


def plan_review(
    project: Project, *, by: Person | None, planned_on: date, reviewers: Iterable[Person], reason: str = ""
) -> BenefitsReview:
    """One waits at a time. Raises ``ValidationError`` by field."""
    with action("plan_benefits_review", by=by, scope=project.organisation) as line:
        place, chosen = held(project), list(reviewers)
        if place.benefits_reviews.filter(held_on=None).exists():
            raise ValidationError("A review is planned already. Hold it, or move it to another day.")
        if not place.benefits.exists():
            raise ValidationError("The project has no benefits yet, so there is nothing to review.")
        _refuse_reviewers(place, chosen)
        review = add(BenefitsReview(project=place, planned_on=planned_on, reason=reason.strip(), planned_by=by))
        for each in chosen:
            add(BenefitsReviewer(review=review, person=each))
        line.about(review, planned_on=str(planned_on), reviewers=[str(each) for each in chosen])
    return review


def move_review(review: BenefitsReview, *, by: Person | None, planned_on: date, reason: str) -> None:
    """To another day, with the reason."""
    with action("move_benefits_review", by=by, scope=review.project.organisation) as line:
        current = _held_review(review)
        if not reason.strip():
            raise ValidationError({"reason": "Say why it is moved."})
        told = change(current, planned_on=planned_on, reason=reason.strip())
        line.about(current, changed=told)


def hold_review(
    review: BenefitsReview,
    *,
    by: Person | None,
    findings: str,
    decision: str,
    lesson: str = "",
    happened: str = "",
) -> BenefitsReview:
    """Findings and the decision; ``lesson`` becomes a lesson learned of the project, which others are offered.

    To stop measuring ends every benefit of the project. Raises ``ValidationError`` by field.
    """
    with action("hold_benefits_review", by=by, scope=review.project.organisation) as line:
        current = _held_review(review)
        if not findings.strip():
            raise ValidationError({"findings": "Write what was found: what came, what did not, and why."})
        if decision not in BenefitsReview.Decision.values:
            raise ValidationError({"decision": "Choose what happens next."})
        learned = None
        if lesson.strip():
            learned = add_entry(
                current.project,
                EntryKind.LESSON,
                by=by,
                title=lesson,
                description=happened.strip(),
                category="benefits",
            )
        day = today(current.project.organisation)
        change(
            current, held_on=day, held_by=by, findings=findings.strip(), decision=decision, lesson=learned
        )  # fmt: skip
        if decision == BenefitsReview.Decision.STOP:
            _stop(current, by)
        mark(current.project)
        line.about(current, decision=decision, lesson=str(learned or ""))
    return current


def _stop(review: BenefitsReview, by: Person | None) -> None:
    going = Benefit.objects.filter(project=review.project, profile__status__in=LIVE).select_related(
        "project__organisation", "organisation", "profile"
    )
    for each in going:
        because = f"Decided by the benefits review on {review.held_on}."
        change_benefit(each, by=by, because=because, status=Status.ENDED)


def _refuse_reviewers(project: Project, chosen: list[Person]) -> None:
    if not 1 <= len(chosen) <= MOST_REVIEWERS:
        raise ValidationError({"reviewers": f"Choose between one and {MOST_REVIEWERS} people."})
    for each in chosen:
        refuse_stranger(project.organisation, reviewers=each)


def _held_review(review: BenefitsReview) -> BenefitsReview:
    project = held(review.project)
    current = BenefitsReview.objects.get(pk=review.pk)
    current.project = project
    if current.held_on is not None:
        raise ValidationError("It has been held already. Plan another one.")
    return current
