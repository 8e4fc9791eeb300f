"""Reviews of gates: who takes part, what they said, and what stands in the way of a decision."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision, Gate
from plumbline.office.gates.models import Answer, Condition, Consent, GateReview, Rating, Recommendation, Reviewer
from plumbline.office.gates.queries.checklist import Checklist, Gathered
from plumbline.office.gates.requirements import Failure, Situation
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import STAFF
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one person in a gate of a project."""

    staff: bool
    manages: bool
    assesses: bool
    decides: bool
    agrees: tuple[str, ...] = ()
    reviews: bool = False
    leads: bool = False

    @property
    def prepares(self) -> bool:
        """May answer questions."""
        return self.staff or self.manages or self.assesses or self.reviews

    @property
    def opens(self) -> bool:
        return self.staff or self.assesses

    @property
    def proposes(self) -> bool:
        return self.opens or self.reviews

    @property
    def may_decide(self) -> bool:
        """As far as it can be told beforehand: who answered questions is told when deciding."""
        return self.decides and not (self.reviews or self.manages)

    @property
    def takes_part(self) -> bool:
        return self.prepares or self.decides or bool(self.agrees)


@dataclass(frozen=True, slots=True)
class Said:
    """What the people of a review said so far."""

    reviewers: list[Reviewer]
    ratings: dict[int, Rating]
    rating: Rating | None
    consents: list[Consent]
    conditions: list[Condition]
    recommendations: list[Recommendation]
    asked: list[tuple[str, str, list[Person]]] = field(default_factory=list)

    @property
    def not_asked(self) -> list[str]:
        """Titles of the roles that must agree and of which nobody has said anything."""
        answered = {each.role for each in self.consents}
        return [
            f"{title} ({', '.join(map(str, people)) or 'nobody has this role: appoint somebody'})"
            for role, title, people in self.asked
            if role not in answered
        ]

    @property
    def proposed(self) -> list[Condition]:
        return [each for each in self.conditions if each.state == Condition.State.PROPOSED]

    @property
    def in_force(self) -> list[Condition]:
        return [each for each in self.conditions if each.state != Condition.State.WITHDRAWN]


def review(organisation: Organisation, review_id: int) -> GateReview:
    """404 for one of another organisation."""
    found = (
        GateReview.objects.filter(project__organisation=organisation, pk=review_id)
        .select_related(
            "project__organisation",
            "project__portfolio",
            "project__programme",
            "project__manager",
            "project__sponsor",
            "project__standard_version",
            "opened_by",
            "standard_version",
        )
        .defer("standard_version__files", "project__standard_version__files")
        .first()
    )
    if found is None:
        raise Http404
    return found


def reviews_of(project: Project, gate: str) -> QuerySet[GateReview]:
    """The latest first, withdrawn ones left out."""
    found = GateReview.objects.filter(project=project, gate=gate).exclude(state=GateReview.State.WITHDRAWN)
    return found.select_related("decision__decided_by", "opened_by").defer("decision__document")


def parts_of(
    person: Person, project: Project, standard: Standard, gate: Gate, review: GateReview | None = None
) -> Parts:
    held = {each.name for each in governance.roles_held(project, standard) if person in each.people}
    of_review = review.reviewers.filter(person=person).first() if review else None
    staff = person.memberships.filter(organisation=project.organisation, active=True, role__in=STAFF).exists()
    return Parts(
        staff=staff,
        manages=project.manager_id == person.pk,
        assesses=gate.assesses in held,
        decides=gate.decides in held,
        agrees=tuple(each for each in gate.agrees if each in held),
        reviews=of_review is not None,
        leads=bool(of_review and of_review.leads),
    )


def said_in(review: GateReview, standard: Standard, gate: Gate) -> Said:
    ratings, of_review = dict[int, Rating](), None
    for each in review.ratings.select_related("person"):
        if each.of_review:
            of_review = each
        else:
            ratings[each.person_id] = each
    latest = {(each.role, each.person_id): each for each in review.consents.select_related("person")}
    held = {each.name: each.people for each in governance.roles_held(review.project, standard)}
    return Said(
        reviewers=list(review.reviewers.select_related("person")),
        ratings=ratings,
        rating=of_review,
        consents=list(latest.values()),
        conditions=list(review.conditions.select_related("owner")),
        recommendations=list(review.recommendations.select_related("by")),
        asked=[(each, standard.roles[each].title, held[each]) for each in gate.agrees],
    )


def situation_of(gathered: Gathered, found: Checklist, said: Said) -> Situation:
    covered = {each.rule for each in said.proposed if each.rule}
    return Situation(
        allowed=found.gate.decisions,
        open_questions=tuple(each.question.ask for each in found.open),
        failures=tuple(
            Failure(each.rule, each.title, gathered.consequence(each), each.rule in covered) for each in gathered.failed
        ),
        conditions=len(said.proposed),
        not_asked=tuple(said.not_asked),
        unrated=found.gate.confidence and gathered.standard.confidence_scale is not None and said.rating is None,
    )


def assessed_by(review: GateReview) -> set[int]:
    """Who had a part in the assessment: opened the review, reviews, rates, or answered a question of its round."""
    answered = Answer.objects.filter(project=review.project, gate=review.gate, round=review.round)
    return {
        review.opened_by_id,
        *review.reviewers.values_list("person_id", flat=True),
        *answered.values_list("answered_by_id", flat=True),
    }


def decisions_allowed(gate: Gate) -> list[tuple[str, str]]:
    words = {"go": "Go", "conditional": "Go with conditions", "hold": "Hold", "stop": "Stop"}
    return [(each.value, words[each]) for each in Decision if each in gate.decisions]
