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
from plumbline.office.conformance.actions.audits import begin_audit, choose_sample, plan_audit
from plumbline.office.conformance.actions.checklists import answer
from plumbline.office.conformance.actions.findings import raise_finding
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint, request_tailoring, request_waiver
from plumbline.office.imports.actions import confirm, receive
from plumbline.office.imports.models import Upload
from plumbline.office.imports.steps.working import take_next_step
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
        request_tailoring(
            project,
            by=people[Role.PROJECT_MANAGER],
            key="rules.leads.limit",
            value="20",
            reason="The quay is long.",
            last_day=moment.date() + timedelta(days=30),
        )
        request_waiver(project, by=asker, rule="leads", reason="The quay is narrow.", last_day=last_day)
        _audit(organisation, people, moment)
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


def _audit(organisation: Organisation, people: dict[Role, Person], moment: datetime) -> None:
    """One that is reported, with a finding that nobody has answered."""
    lead, day = people[Role.PMO_MANAGER], moment.date()
    said = {"title": "Do quays follow the standard?", "scope": "Two quays.", "reason": "Nobody looked at a quay."}
    audit = plan_audit(organisation, by=lead, lead=lead, planned_from=day, planned_to=day + timedelta(days=9), **said)
    choose_sample(audit, by=lead, method="hand", codes=["QUAY-1", "QUAY-2"])
    begin_audit(audit, by=lead)
    for question in audit.questions.all():
        answer(question, by=lead, value="partly", note="The quay is half there.")
    first, owner = audit.questions.first(), people[Role.PROJECT_MANAGER]
    assert first is not None
    due = day + timedelta(days=14)
    raise_finding(first, by=lead, text="The quay has no gate.", grade="major", owner=owner, due=due)
    report_audit(audit, by=lead)


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
