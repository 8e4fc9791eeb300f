"""An organisation that has at least one of everything, and an empty one beside it.

Every name in the first contains a word of ``TELLTALES``, so that a page that lets one slip can be caught.
A page about something new needs one of it here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.test import Client

from cli.plan_files import SOUND, Step, with_a_lead_before, xer
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint, request_waiver
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.models import Upload
from plumbline.office.imports.steps.working import take_next_step
from plumbline.office.intake.actions import (
    answer_screening,
    begin_request,
    give_scores,
    pass_screening,
    submit_request,
)
from plumbline.office.intake.actions.writing import NEEDED
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.intake.queries.screening import screening_of
from plumbline.office.people.actions import add_person, create_organisation, create_unit
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_programme, create_project, set_baseline
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import begin_draft, publish_builtin
from plumbline.office.standards.models import StandardVersion

PASSWORD = "plumb-and-level-7"
TELLTALES = ("quay", "harbour works")
TOLD_AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
FIRST = tuple(Step(f"Quay: {each.name}", each.kind, each.hours) for each in SOUND)
SECOND = tuple(
    Step(f"Quay: {each.name}", each.kind, each.hours, each.lag) for each in with_a_lead_before("Test the signals", 8)
)


@dataclass
class Office:
    organisation: Organisation
    stranger: Person
    people: dict[Role, Person] = field(default_factory=dict)

    def client(self, person: Person) -> Client:
        client = Client()
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client


def whole_office(moment: datetime = TOLD_AT) -> Office:
    with clock_at(moment):
        organisation = create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")
        standard = publish_builtin(organisation, "predictive", by=None)
        people = {role: _enrolled(organisation, role, f"{role.label} of Quay").person for role in Role}
        _draft(organisation, standard, people[Role.PMO_STAFF])
        create_unit(organisation, by=None, name="Quay division", parent=None)
        add_person(organisation, by=None, email="new@quay.example", name="Newcomer of Quay", role=Role.TEAM_MEMBER)
        project = _project(organisation, people[Role.PROJECT_MANAGER])
        _uploads(project, people[Role.PROJECT_MANAGER], moment)
        last_day = moment.date() + timedelta(days=30)
        asker = people[Role.PROJECT_MANAGER]
        appoint(project, by=None, role="business_owner", person=people[Role.TEAM_MEMBER])
        request_waiver(project, by=asker, rule="leads", reason="The quay is narrow.", last_day=last_day)
        _requests(organisation, people)
        elsewhere = create_organisation(name="Northern Line", by=None, time_zone="Europe/Oslo")
        stranger = _enrolled(elsewhere, Role.PMO_MANAGER, "Olav Sleeper").person
    return Office(organisation, stranger, people)


def _enrolled(organisation: Organisation, role: Role, name: str) -> Membership:
    email = f"{role}@{organisation.slug}.example"
    membership = add_person(organisation, by=None, email=email, name=name, role=role)
    membership.person.set_password(PASSWORD)
    membership.person.save()
    return membership


def _draft(organisation: Organisation, standard: StandardVersion, author: Person) -> None:
    files = {name: text.encode() for name, text in standard.files.items()}
    begin_draft(organisation, by=author, title="Calmer limits for Quay", files=files, begun_from=standard)


def _project(organisation: Organisation, manager: Person) -> Project:
    portfolio = create_portfolio(organisation, by=None, name="Quays")
    programme = create_programme(portfolio, by=None, name="New quays", purpose="More quays.")
    project = create_project(
        organisation,
        by=None,
        code="QUAY-1",
        name="Quay crossing",
        portfolio=portfolio,
        programme=programme,
        manager=manager,
    )
    create_project(organisation, by=None, code="QUAY-2", name="Quay without a plan", portfolio=portfolio)
    return project


def _requests(organisation: Organisation, people: dict[Role, Person]) -> None:
    """One that is scored, and a draft."""
    said = {name: f"The quay needs it: {name}." for name in NEEDED}
    author, office = people[Role.PROJECT_MANAGER], people[Role.PMO_MANAGER]
    asked = begin_request(organisation, by=author, title="A lift for the quay", **said)
    submit_request(asked, by=author)
    questions = screening_of(ProjectRequest.objects.get(pk=asked.pk))
    answer_screening(asked, by=office, answers={each.name: ("yes", "Quay") for each in questions})
    pass_screening(asked, by=office)
    give_scores(asked, by=office, levels={"strategy": "clear", "benefit": "some"}, note="Quay")
    begin_request(organisation, by=author, title="A roof for the quay")


def _uploads(project: Project, by: Person, moment: datetime) -> None:
    """Two plan versions that were assessed, the first the baseline; a file that waits, and one that was refused."""
    for hours, plan in enumerate((FIRST, SECOND), start=1):
        with clock_at(moment + timedelta(hours=hours)):
            upload = _read(project, xer(("Quay plan", plan)), by)
            confirm(upload, chosen=0, message="Quay as planned", by=by)
            take_next_step(upload.pk)
            assess_while_due(project.pk)
    with clock_at(moment + timedelta(hours=3)):
        set_baseline(project, by=None, version=project.plan_versions.get(number=1), reason="Quay approved")
        assess_while_due(project.pk)
        _read(project, xer(("Quay plan", FIRST)), by)
        _read(project, b"Dear planner", by)


def _read(project: Project, data: bytes, by: Person) -> Upload:
    upload = receive(project, "quay.xer", data, by=by)
    take_next_step(upload.pk)
    return Upload.objects.get(pk=upload.pk)
