"""Opening a review, and what its people say in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Gate
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.gates.actions.standards import gate_in, locked_review
from plumbline.office.gates.models import Consent, GateDecision, GateReview, Rating, Recommendation, Reviewer
from plumbline.office.gates.queries.decisions import position_of, round_of
from plumbline.office.gates.queries.reviews import Parts, parts_of
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

MOST_REVIEWERS = 12
FURTHEST = timedelta(days=3 * 366)


def open_review(
    project: Project, gate_name: str, *, by: Person, planned_on: date, lead: Person, others: Sequence[Person] = ()
) -> GateReview:
    """Raises ``ValidationError`` by field. Who presents the project does not review it."""
    with action("open_gate_review", by=by, scope=project.organisation) as line:
        project = Project.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=project.pk)
        standard, gate = gate_in(project, gate_name)
        version = governance.version_followed(project)
        assert version is not None
        if not parts_of(by, project, standard, gate).opens:
            role = standard.roles[gate.assesses].title
            raise ValidationError(f"A review is opened by the {role} of the project, or by the PMO.")
        if project.archived_at or not position_of(project, standard).may_be_held(gate_name):
            raise ValidationError("This gate was passed already, or the project is archived.")
        reviewers = list(dict.fromkeys([lead, *others]))
        _refuse_reviewers(project, reviewers)
        _refuse_day(project, planned_on)
        this_round = round_of(project, gate_name)
        review = add(
            GateReview(
                project=project,
                standard_version=version,
                gate=gate_name,
                title=gate.title,
                decides=gate.decides,
                decides_title=standard.roles[gate.decides].title,
                round=this_round,
                attempt=_attempts(project, gate_name, this_round) + 1,
                planned_on=planned_on,
                opened_by=by,
            )
        )
        for each in reviewers:
            add(Reviewer(review=review, person=each, leads=each == lead))
        line.about(review, planned_on=str(planned_on), reviewers=[str(each) for each in reviewers])
        return review


def replan(review: GateReview, *, by: Person, planned_on: date) -> None:
    with action("replan_gate_review", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        if not _parts(locked, by)[2].opens:
            raise ValidationError("The day is planned by whoever assesses the gate, or by the PMO.")
        _refuse_day(locked.project, planned_on)
        changed = change(locked, planned_on=planned_on)
        line.about(locked, changed=changed)


def withdraw_review(review: GateReview, *, by: Person, reason: str) -> None:
    """It decides nothing; its answers stay, because they are the project's."""
    with action("withdraw_gate_review", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        if not _may_withdraw(locked, by):
            raise ValidationError("A review is withdrawn by whoever opened it, or by the PMO.")
        if not reason.strip():
            raise ValidationError({"reason": "Say why."})
        change(locked, state=GateReview.State.WITHDRAWN)
        line.about(locked, reason=reason.strip())


def rate(review: GateReview, *, by: Person, level: str, reasons: str, of_review: bool = False) -> Rating:
    """A reviewer's own rating; ``of_review`` is that of the whole, which the lead sets. The scale is kept with it."""
    with action("rate_gate_review", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        standard, gate, parts = _parts(locked, by)
        scale = standard.confidence_scale
        if not gate.confidence or scale is None or level not in scale.levels:
            raise ValidationError({"level": "The standard has no such rating for this gate."})
        if not (parts.leads if of_review else parts.reviews):
            raise ValidationError("Reviewers rate, and the lead reviewer rates for the whole review.")
        if not reasons.strip():
            raise ValidationError({"reasons": "Say what the rating rests on."})
        chosen = scale.levels[level]
        given = add(
            Rating(
                review=locked,
                person=by,
                of_review=of_review,
                level=level,
                level_title=chosen.title,
                colour=chosen.colour,
                scale_title=scale.title,
                scale_version=scale.version,
                reasons=reasons.strip(),
            )
        )
        line.about(given, level=level, of_review=of_review)
        return given


def consent(review: GateReview, *, by: Person, role: str, agrees: bool, note: str = "") -> Consent:
    """What somebody who must be asked says. Dissent stops nothing, but nobody decides without having read it."""
    with action("consent_at_gate", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        standard, _, parts = _parts(locked, by)
        if role not in parts.agrees:
            raise ValidationError(
                {"role": "You do not have this role in the project, or the gate does not ask for it."}
            )
        if not agrees and not note.strip():
            raise ValidationError({"note": "Say why not."})
        title = standard.roles[role].title
        given = add(Consent(review=locked, role=role, role_title=title, person=by, agrees=agrees, note=note.strip()))
        line.about(given, role=role, agrees=agrees)
        return given


def recommend(review: GateReview, *, by: Person, text: str, urgency: str) -> Recommendation:
    with action("recommend_at_gate", by=by, scope=review.project.organisation) as line:
        locked = locked_review(review)
        if not _parts(locked, by)[2].proposes:
            raise ValidationError("Recommendations come from reviewers and from whoever assesses.")
        given = add(Recommendation(review=locked, text=text.strip(), urgency=urgency, by=by))
        line.about(given, urgency=urgency)
        return given


def _parts(review: GateReview, person: Person) -> tuple[Standard, Gate, Parts]:
    standard, gate = gate_in(review.project, review.gate)
    return standard, gate, parts_of(person, review.project, standard, gate, review)


def _may_withdraw(review: GateReview, person: Person) -> bool:
    """Also where the standard has dropped the gate since."""
    return review.opened_by_id == person.pk or person in people.people_with(review.project.organisation, "assess_gates")


def _attempts(project: Project, gate: str, this_round: int) -> int:
    return GateDecision.objects.filter(review__project=project, review__gate=gate, review__round=this_round).count()


def _refuse_reviewers(project: Project, reviewers: list[Person]) -> None:
    if len(reviewers) > MOST_REVIEWERS:
        raise ValidationError({"others": f"At most {MOST_REVIEWERS} people review."})
    belong = set(people.people_in(project.organisation).values_list("pk", flat=True))
    for each in reviewers:
        field = "lead" if each == reviewers[0] else "others"
        if each.pk not in belong:
            raise ValidationError({field: f"{each} does not belong to {project.organisation}."})
        if each.pk in (project.manager_id, project.sponsor_id):
            raise ValidationError({field: f"{each} presents the project, so somebody else has to review it."})


def _refuse_day(project: Project, day: date) -> None:
    today = governance.today(project.organisation)
    if not today <= day <= today + FURTHEST:
        raise ValidationError({"planned_on": "A review is planned for a day between today and three years from now."})
