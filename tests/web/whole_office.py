"""An organisation that has at least one of everything, and an empty one beside it.

Every name in the first contains a word of ``TELLTALES``, so that a page that lets one slip can be caught.
A page about something new needs one of it here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.test import Client

from cli.plan_files import SOUND, Step, with_a_lead_before, xer
from plumbline.office.artefacts.actions import ask_for_approval, decide_approval, keep_text
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.conformance.actions import measure_day
from plumbline.office.conformance.actions.audits import begin_audit, choose_sample, plan_audit
from plumbline.office.conformance.actions.checklists import answer
from plumbline.office.conformance.actions.findings import raise_finding
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.foundation.clock import clock_at
from plumbline.office.gates import actions as gates
from plumbline.office.governance.actions import appoint, request_tailoring, request_waiver
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
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import (
    create_portfolio,
    create_programme,
    create_project,
    make_token,
    set_baseline,
)
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import begin_draft, publish_builtin
from plumbline.office.standards.models import StandardVersion
from web.academy_of_quay import learn_at_quay
from web.acceptance_of_quay import agree_at_quay
from web.archive_of_quay import archive_of_quay
from web.capacity_of_quay import lend_people_of_quay
from web.choosing_of_quay import choose_at_quay
from web.clients_of_quay import serve_clients, settle
from web.communities_of_quay import ask_at_quay
from web.competence_of_quay import say_what_quay_can
from web.evidence_of_quay import look_at_quay
from web.forecasts_of_quay import forecast_at_quay
from web.founding_of_quay import begin_to_found
from web.leading_of_quay import lead_managers_of_quay
from web.mandate_of_quay import write_the_charter
from web.maturity_of_quay import assess_maturity_of_quay
from web.mentoring_of_quay import mentor_at_quay
from web.planning_of_quay import write_plans_of_quay
from web.policies_of_quay import keep_policies_at_quay
from web.progress_of_quay import tell_at_quay
from web.pulse_of_quay import feel_the_pulse
from web.reported_and_registered import report_and_register
from web.results_of_quay import hand_in_at_quay
from web.rhythm_of_quay import keep_the_rhythm
from web.services_of_quay import offer_and_ask
from web.sessions_of_quay import accept_at_quay
from web.signals_of_quay import signal_at_quay
from web.work_of_quay import work_at_quay

PASSWORD = "plumb-and-level-7"
TELLTALES = ("quay", "harbour works")
TOLD_AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
CREW = "Team of Quay"
FIRST = tuple(Step(f"Quay: {each.name}", each.kind, each.hours, crew=CREW) for each in SOUND)
SECOND = tuple(
    Step(f"Quay: {each.name}", each.kind, each.hours, each.lag, CREW)
    for each in with_a_lead_before("Test the signals", 8)
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


def whole_office(moment: datetime = TOLD_AT, *, with_client: bool = True) -> Office:
    """``with_client``: it works for another organisation, under an agreement."""
    with clock_at(moment):
        organisation = create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")
        standard = publish_builtin(organisation, "predictive", by=None)
        people = {role: _enrolled(organisation, role, f"{role.label} of Quay").person for role in Role}
        _draft(organisation, standard, people[Role.PMO_STAFF])
        create_unit(organisation, by=None, name="Quay division", parent=None)
        keep_policies_at_quay(organisation, people)
        add_person(organisation, by=None, email="new@quay.example", name="Newcomer of Quay", role=Role.TEAM_MEMBER)
        project = _project(organisation, people[Role.PROJECT_MANAGER])
        _uploads(project, people[Role.PROJECT_MANAGER], moment)
        last_day = moment.date() + timedelta(days=30)
        asker = people[Role.PROJECT_MANAGER]
        appoint(project, by=None, role="business_owner", person=people[Role.TEAM_MEMBER])
        request_tailoring(
            project, by=asker, key="rules.leads.limit", value="20", reason="The quay is long.", last_day=last_day
        )
        for role in (Role.EXECUTIVE, Role.PMO_MANAGER):
            appoint(project, by=None, role="sponsor", person=people[role])
        request_waiver(project, by=asker, rule="leads", reason="The quay is narrow.", last_day=last_day)
        _risk_register(project, people[Role.PROJECT_MANAGER], people[Role.EXECUTIVE])
        _gates(project, people, last_day)
        measure_day(organisation, by=None)
        _requests(organisation, people)
        _audit(organisation, people, moment)
        report_and_register(project, people, moment)
        agree_at_quay(project, people)
        accept_at_quay(organisation, people, moment.date())
        hand_in_at_quay(project, people)
        write_plans_of_quay(Project.objects.get(pk=project.pk), people)
        forecast_at_quay(organisation, Project.objects.get(pk=project.pk), people)
        look_at_quay(project, people)
        lend_people_of_quay(organisation, project, people, CREW)
        _the_office_itself(organisation, people, moment.date())
        if with_client:
            serve_clients(organisation, people)
        elsewhere = create_organisation(name="Northern Line", by=None, time_zone="Europe/Oslo")
        stranger = _enrolled(elsewhere, Role.PMO_MANAGER, "Olav Sleeper").person
    return Office(organisation, stranger, people)


def _the_office_itself(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    work_at_quay(organisation, people)
    tell_at_quay(organisation, people, day)
    lead_managers_of_quay(organisation, people)
    learn_at_quay(organisation, people)
    mentor_at_quay(organisation, people, day)
    feel_the_pulse(organisation, people, day)
    ask_at_quay(organisation, people)
    signal_at_quay(organisation, people)
    say_what_quay_can(organisation, people, day)
    begin_to_found(organisation, people)
    offer_and_ask(organisation, people)
    write_the_charter(organisation, people, day)
    assess_maturity_of_quay(organisation, people, day)
    keep_the_rhythm(organisation, people, day)
    choose_at_quay(organisation, people)
    settle(organisation)
    archive_of_quay(organisation, people[Role.PMO_MANAGER])


def office_to_search() -> Office:
    """A small part of it, made in a moment: people, projects, documents, policies and requests."""
    organisation = create_organisation(name="Harbour Works", by=None, time_zone="Europe/Lisbon")
    publish_builtin(organisation, "predictive", by=None)
    people = {role: _enrolled(organisation, role, f"{role.label} of Quay").person for role in Role}
    add_person(organisation, by=None, email="new@quay.example", name="Newcomer of Quay", role=Role.TEAM_MEMBER)
    project = _project(organisation, people[Role.PROJECT_MANAGER])
    appoint(project, by=None, role="sponsor", person=people[Role.EXECUTIVE])
    keep_policies_at_quay(organisation, people)
    _risk_register(project, people[Role.PROJECT_MANAGER], people[Role.EXECUTIVE])
    _requests(organisation, people)
    elsewhere = create_organisation(name="Northern Line", by=None, time_zone="Europe/Oslo")
    return Office(organisation, _enrolled(elsewhere, Role.PMO_MANAGER, "Olav Sleeper").person, people)


def _enrolled(organisation: Organisation, role: Role, name: str) -> Membership:
    email = f"{role}@{organisation.slug}.example"
    membership = add_person(organisation, by=None, email=email, name=name, role=role)
    membership.person.set_password(PASSWORD)
    membership.person.save()
    return membership


def _draft(organisation: Organisation, standard: StandardVersion, author: Person) -> None:
    files = {name: text.encode() for name, text in standard.files.items()}
    begin_draft(organisation, by=author, title="Calmer limits for Quay", files=files, begun_from=standard)


def _gates(project: Project, people: dict[Role, Person], day: date) -> None:
    """A review under way, with something from everybody in it; and a gate that was decided."""
    staff, manager, sponsor = people[Role.PMO_STAFF], people[Role.PROJECT_MANAGER], people[Role.EXECUTIVE]
    gates.answer(project, "delivery_review", "still_worth_it", by=manager, value="yes", note="Quay is worth it.")
    review = gates.open_review(project, "delivery_review", by=staff, planned_on=day, lead=staff)
    gates.rate(review, by=staff, level="possible", reasons="The quay is narrow.")
    gates.consent(review, by=sponsor, role="sponsor", agrees=True, note="For the quay.")
    gates.recommend(review, by=staff, text="Widen the quay.", urgency="essential")
    gates.propose_condition(review, by=staff, text="Quay surveyed", owner=manager, due_on=day)
    held = gates.open_review(project, "concept_approval", by=staff, planned_on=day, lead=staff)
    gates.consent(held, by=people[Role.TEAM_MEMBER], role="business_owner", agrees=True)
    gates.decide(held, by=sponsor, outcome="hold", reason="The quay is not ready.")


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
    expires_on = today(organisation) + timedelta(days=90)
    make_token(project, by=manager, name="Quay builds", scopes=["test_runs", "work_items"], expires_on=expires_on)
    return project


def _risk_register(project: Project, author: Person, sponsor: Person) -> None:
    """The first version counts, the second waits for approval."""
    for after, text in enumerate(("The quay may settle.", "The quay may settle, or crack.")):
        version = keep_text(project, "risk_register", by=author, text=text, after=after, what_changed="Quay settling")
        approval = ask_for_approval(version, by=author)
        if after == 0:
            decide_approval(approval, by=sponsor, approve=True, note="The quay is in good hands.")


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
