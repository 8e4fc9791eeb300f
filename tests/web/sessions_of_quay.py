"""Acceptance at Quay: a session that is open, and one whose protocol waits for signatures."""

from __future__ import annotations

from datetime import date

from plumbline.office.acceptance.actions import add_criterion, add_deliverable
from plumbline.office.acceptance.actions.closing import close_session, decisions_in
from plumbline.office.acceptance.actions.deciding import decide
from plumbline.office.acceptance.actions.sessions import add_attendee, call_session, put_on_agenda
from plumbline.office.acceptance.models import Agreement, Criterion, Voice
from plumbline.office.acceptance.session_models import AcceptanceSession
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


def accept_at_quay(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    project = Project.objects.get(organisation=organisation, code="QUAY-1")
    criterion = _criterion(project, people)
    _session(project, people, day, criterion)
    session = _session(project, people, day, criterion)
    add_attendee(session, by=people[Role.PMO_MANAGER], name="The mayor of Quay", role="Guest of the quay")
    close_session(session, by=people[Role.PMO_MANAGER], seen=decisions_in(session))


def _session(project: Project, people: dict[Role, Person], day: date, criterion: Criterion) -> AcceptanceSession:
    office, text = people[Role.PMO_MANAGER], criterion.texts.get()
    session = call_session(project, by=office, held_on=day, place="On the quay")
    put_on_agenda(session, by=office, criteria=[criterion])
    add_attendee(session, by=office, person=people[Role.PMO_STAFF], role="Builder of the quay", side="supplier")
    decide(
        session.items.get(),
        by=office,
        text_id=text.pk,
        outcome="remarks",
        words="The quay creaks.",
        evidence="A walk along the quay.",
        link="https://quay.example/walk",
    )
    return session


def _criterion(project: Project, people: dict[Role, Person]) -> Criterion:
    deliverable = add_deliverable(project, by=None, name="The quay wall")
    criterion = add_criterion(
        deliverable, by=None, title="The quay holds", text="The quay holds a crane.", accepted_by="sponsor"
    )
    text = criterion.texts.get()
    for voice, role in (
        (Voice.BUSINESS, Role.EXECUTIVE),
        (Voice.DEVELOPMENT, Role.TEAM_MEMBER),
        (Voice.TEST, Role.GUEST),
    ):
        Agreement.objects.create(text=text, voice=voice, by=people[role], remark="So says the quay.")
    Criterion.objects.filter(pk=criterion.pk).update(agreed_at=now())
    return Criterion.objects.get(pk=criterion.pk)
