"""Gates that the projects were held at: who answered, who reviewed, who decided, and what became of conditions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.gates import actions
from plumbline.office.gates.actions.whereabouts import renew
from plumbline.office.gates.models import Condition, GateReview
from plumbline.office.gates.queries import checklist, gather
from plumbline.office.governance.queries import standard_for
from plumbline.office.projects.models import Project

TIME_TO_REVIEW = timedelta(days=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMeet:
    """A condition: due and, where it was, reported and closed so many weeks before the anchor."""

    text: str
    due: int
    shown: str = ""
    closed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One time that a gate was held: ``weeks`` before the anchor it was decided; ``None`` as outcome is under way.

    ``opened_by``, ``lead``, ``decider`` are keys of people, ``consents`` roles with who has them. ``answers`` says
    what was answered otherwise than yes, with the note.
    """

    code: str
    gate: str
    weeks: int
    outcome: str | None
    reason: str = ""
    opened_by: str = "elowen"
    lead: str = "quill"
    others: tuple[str, ...] = ()
    decider: str = "osric"
    consents: dict[str, tuple[str, bool, str]] = field(default_factory=dict)
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)
    rating: tuple[str, str] | None = None
    conditions: tuple[ToMeet, ...] = ()
    recommendation: tuple[str, str] | None = None


def _into_delivery(code: str, sponsor: str, concept: int, definition: int, scepticism: str) -> tuple[Held, Held]:
    """Through the first two gates in so many weeks before the anchor, at the first attempt."""
    other = "vesna" if sponsor == "osric" else "osric"
    promised = {
        "sponsor": (sponsor, True, "I will pay for this and for no more."),
        "business_owner": (other, True, "We can use it as it is described."),
    }
    return (
        Held(
            code=code,
            gate="concept_approval",
            weeks=concept,
            outcome="go",
            reason="Worth working out. Nothing more is promised by it.",
            decider=sponsor,
            consents={"business_owner": promised["business_owner"]},
        ),
        Held(
            code=code,
            gate="definition_approval",
            weeks=definition,
            outcome="go",
            reason="The plan can be believed, and the money is there.",
            decider=other,
            consents=promised,
            rating=("likely", scepticism),
        ),
    )


AGREED = {"business_owner": ("vesna", True, "My people are ready to use it.")}
CITY = (
    Held(
        code="TR-01",
        gate="concept_approval",
        weeks=70,
        outcome="go",
        reason="The line has been asked for since the quarter was built, and doing nothing costs more each year.",
        consents=AGREED,
    ),
    Held(
        code="TR-01",
        gate="definition_approval",
        weeks=60,
        outcome="conditional",
        reason="The plan is sound and its finish is calculated. Two things must not wait until we dig.",
        decider="vesna",
        consents={
            "sponsor": ("osric", True, "Thirty-four stops, and not one more."),
            "business_owner": ("vesna", True, "Operations has read the timetable."),
        },
        rating=("possible", "Sound on paper. The quays belong to others, and nobody has their word in writing."),
        conditions=(
            ToMeet(
                text="The harbour has agreed in writing to the works on its quays",
                due=48,
                shown="Signed by the harbour master, filed with the contracts.",
                closed=46,
            ),
            ToMeet(text="Spare rails for two kilometres are in the depot before line 2 is closed", due=5),
        ),
        recommendation=(
            "Ask the owners of the shops in Weir Street before the road is opened, not after.",
            "essential",
        ),
    ),
    Held(
        code="TR-01",
        gate="delivery_review",
        weeks=-3,
        outcome=None,
    ),
    *_into_delivery("TR-02", "osric", 98, 90, "The ground is the one thing nobody can see before we dig."),
    *_into_delivery("TR-04", "osric", 34, 28, "Little slack, but every week of it is accounted for."),
    *_into_delivery("TR-06", "osric", 63, 58, "Six times the same lift: the third will be quicker than the first."),
    *_into_delivery("ST-01", "vesna", 46, 40, "The supplier has done this before, in a smaller city."),
    *_into_delivery("ST-02", "vesna", 34, 29, "Much of one kind, one after the other."),
    *_into_delivery("SC-04", "vesna", 30, 26, "Small enough to see to the end of it."),
    *_into_delivery("DE-03", "osric", 38, 33, "Roofs and cells are bought. Ask again about prices."),
    *_into_delivery("DE-04", "osric", 22, 18, "Nothing in it that the team has not done before."),
    Held(
        code="TR-06",
        gate="acceptance",
        weeks=1,
        outcome="go",
        reason="All six lifts run, and those who need them use them.",
        decider="vesna",
        consents={"sponsor": ("osric", True, "I have been in every one of them.")},
    ),
    Held(
        code="DE-01",
        gate="concept_approval",
        weeks=62,
        outcome="hold",
        reason="Nobody could tell us what the third choice would have cost. Come back with it.",
        consents={"business_owner": ("vesna", False, "I have not seen what it costs to run.")},
        answers={"choices_compared": ("partly", "Two of three were worked out. The third is a sentence.")},
    ),
    Held(
        code="DE-01",
        gate="concept_approval",
        weeks=58,
        outcome="go",
        reason="The third choice was worked out and is dearer. Now we know.",
        consents=AGREED,
    ),
)
FERRIES = (
    Held(
        code="LS-1",
        gate="ready_for_planning",
        weeks=38,
        outcome="go",
        reason="The old stage is closed at every spring tide. The case is plain.",
        opened_by="hanno",
        decider="runa",
    ),
)


def tell_gates(telling: Telling, office: Office, anchor: date, gates: tuple[Held, ...]) -> None:
    noon = datetime.combine(anchor, time(12))
    for held in gates:
        decided = noon - timedelta(weeks=held.weeks)
        opened = min(decided - TIME_TO_REVIEW, noon - timedelta(days=4))
        telling.add(opened, lambda held=held: _open(office, held, anchor))  # type: ignore[misc]
        if held.outcome:
            telling.add(decided, lambda held=held: _decide(office, held))  # type: ignore[misc]
        for each in held.conditions:
            if each.closed is not None:
                moment = noon - timedelta(weeks=each.closed)
                telling.add(moment, lambda each=each: _meet(office, each))  # type: ignore[misc]
    telling.add(noon, lambda: _keep_where_all_stand(office))


def _open(office: Office, held: Held, anchor: date) -> None:
    """The reviewers are told the day, and what was answered before they begin."""
    project = _project(office, held.code)
    if held.outcome:
        _answer(project, held)
    people = office.people
    review = actions.open_review(
        project,
        held.gate,
        by=people[held.opened_by],
        planned_on=anchor - timedelta(weeks=held.weeks),
        lead=people[held.lead],
        others=[people[each] for each in held.others],
    )
    _say(office, held, review, anchor)


def _say(office: Office, held: Held, review: GateReview, anchor: date) -> None:
    lead = office.people[held.lead]
    if held.rating:
        level, reasons = held.rating
        actions.rate(review, by=lead, level=level, reasons=reasons)
        actions.rate(review, by=lead, level=level, reasons="All who looked at it agree.", of_review=True)
    for role, (key, agrees, note) in held.consents.items():
        actions.consent(review, by=office.people[key], role=role, agrees=agrees, note=note)
    if held.recommendation:
        text, urgency = held.recommendation
        actions.recommend(review, by=lead, text=text, urgency=urgency)
    for each in held.conditions:
        owner = review.project.manager
        assert owner is not None
        due_on = anchor - timedelta(weeks=each.due)
        actions.propose_condition(review, by=lead, text=each.text, owner=owner, due_on=due_on)


def _decide(office: Office, held: Held) -> None:
    review = GateReview.objects.get(project=_project(office, held.code), gate=held.gate, state="open")
    assert held.outcome is not None
    _answer(review.project, held)
    actions.decide(review, by=office.people[held.decider], outcome=held.outcome, reason=held.reason)


def _meet(office: Office, met: ToMeet) -> None:
    condition = Condition.objects.get(review__project__organisation=office.organisation, text=met.text)
    actions.report_done(condition, by=condition.owner, note=met.shown)
    actions.close(condition, by=office.people["elowen"], note="Seen.")


def _answer(project: Project, held: Held) -> None:
    """By the project's manager: what the evidence does not answer, or answers otherwise."""
    standard = standard_for(project)
    assert standard is not None
    assert project.manager is not None
    for asked in checklist(project, gather(project, standard), held.gate).asked:
        value, note = held.answers.get(asked.name, ("yes", "Looked at together with the PMO."))
        if asked.value != value:
            actions.answer(project, held.gate, asked.name, by=project.manager, value=value, note=note)


def _project(office: Office, code: str) -> Project:
    return Project.objects.get(organisation=office.organisation, code=code)


def _keep_where_all_stand(office: Office) -> None:
    for project in Project.objects.filter(organisation=office.organisation, archived_at=None):
        renew(project)
