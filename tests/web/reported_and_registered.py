"""What is reported, registered, wanted and told about the project of the whole office."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import as_written
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.portfolio.actions import record_board_day, save_view
from plumbline.office.portfolio_imports.actions import check_file, confirm_import, receive_file, save_map
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.steps.working import take_next_step as take_import_step
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry, keep_table, say, use_lesson
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import Kind
from plumbline.office.reporting import actions as packs
from plumbline.office.stakeholders import actions as stakeholders
from plumbline.office.status import actions as status
from plumbline.office.status.models import StatusReport
from plumbline.office.strategy import actions as strategy
from web.benefits_of_quay import promise_benefits_of_quay
from web.products_of_quay import iteration_of_quay, product_of_quay
from web.value_of_quay import value_of_quay


def report_and_register(project: Project, people: dict[Role, Person], moment: datetime) -> None:
    organisation, manager = project.organisation, people[Role.PROJECT_MANAGER]
    _registers(project, people, moment.date())
    _reports(project, people, moment.date())
    _parted(project, manager, moment)
    _stakeholders(project, manager)
    product_of_quay(project, manager)
    iteration_of_quay(project, manager)
    _portfolio_import(organisation, people[Role.PMO_STAFF])
    _packs(organisation, people)
    _strategy(project, people, moment.date())
    promise_benefits_of_quay(organisation, project, people)
    value_of_quay(project, people[Role.PROJECT_MANAGER], people[Role.PMO_STAFF], moment.date())
    _notice(organisation, project, people[Role.PMO_MANAGER])


def _reports(project: Project, people: dict[Role, Person], day: date) -> None:
    """One that the sponsor has read, a draft of the next, and a line of its own."""
    manager = people[Role.PROJECT_MANAGER]
    sides = ("schedule", "cost", "resources", "governance", "stakeholders", "scope", "quality", "benefits")
    said = {name: ("amber", f"The quay settles: {name}.") for name in sides}
    published = status.publish_report(
        project, by=manager, as_of=day, overall="amber", dimensions=said, summary="The quay is dry."
    )
    status.acknowledge_report(published, by=people[Role.EXECUTIVE])
    seen = status.Seen(report=published.pk)
    status.save_draft(project, by=manager, given={"summary": "The quay is wet."}, seen=seen)
    status.add_line(project, by=manager, name="Quay of the north", reporter=manager)


def _registers(project: Project, people: dict[Role, Person], day: date) -> None:
    """The lesson learned is the first entry, so that every address of an entry can be about it."""
    manager, office = people[Role.PROJECT_MANAGER], people[Role.PMO_MANAGER]
    lesson = add_entry(project, Kind.LESSON, by=manager, title="Survey the quay first", response="Divers at the quay.")
    use_lesson(lesson, by=office, offered_at="gate:delivery_review", applied=False, because="No quay.")
    say(lesson, by=manager, comment="As with the last quay.")
    for kind in Kind:
        add_entry(project, kind, by=manager, title=f"A {kind} of the quay", owner=manager, due_on=day)
    add_entry(
        project,
        Kind.DEPENDENCY,
        by=manager,
        title="Bollards of the quay",
        other_project=Project.objects.get(organisation=project.organisation, code="QUAY-2"),
    )
    keep_table(project, kind_of(Kind.RISK), by=office, name="quay.csv", content=b"Risk,Impact\nThe quay sinks,5\n")


def _strategy(project: Project, people: dict[Role, Person], day: date) -> None:
    """An objective that is measured and has a project; a decision that waits; a view and a board day that are kept."""
    organisation, executive = project.organisation, people[Role.EXECUTIVE]
    measured = {"measure": "Boats at the quay", "baseline": Decimal(10), "target": Decimal(40), "owner": executive}
    objective = strategy.add_objective(organisation, by=executive, name="Busier quays", why="For the quay.", **measured)
    strategy.record_measurement(objective, by=executive, value=Decimal(20), note="Counted at the quay.")
    strategy.align(objective, project, by=executive, why="It is a quay.")
    waits = {
        "title": "Which quay first?",
        "decider": executive,
        "amount": Decimal(7000),
        "outside_party": "Quay & Sons",
    }
    add_entry(project, Kind.DECISION, by=executive, due_on=day, **waits)
    manager = Membership.objects.get(organisation=organisation, person=people[Role.PMO_MANAGER])
    save_view(manager, name="Red quays", page="heat_map", query="show=projects", is_shared=True)
    record_board_day(organisation, by=people[Role.PMO_MANAGER])


def _parted(project: Project, manager: Person, moment: datetime) -> None:
    """A status that is contested, and a plan to become green again."""
    day = moment.date() + timedelta(days=30)
    contested = CurrentStatus.objects.filter(project=project).exclude(status="unknown").first()
    assert contested is not None
    status.contest_status(project, contested.dimension, by=manager, reason="The quay is wider than that.", last_day=day)
    red = CurrentStatus.objects.filter(project=project, status__in=("amber", "red")).first()
    assert red is not None
    step = status.Step("Widen the quay", manager, day)
    status.plan_go_to_green(
        project, red.dimension, by=manager, approach="A wider quay.", owner=manager, green_on=day, steps=[step]
    )


def _stakeholders(project: Project, manager: Person) -> None:
    """A register of two, spoken with once, and a communication that was held."""
    owned = {"owner": manager, "contact_every": 30}
    warden = stakeholders.add_stake(
        project, by=manager, name="Warden of the quay", power=5, wants="Quay rest.", **owned
    )
    stakeholders.add_stake(project, by=manager, name="Anglers of the quay", role="Quay club", engagement="resistant")
    stakeholders.log_contact(warden, by=manager, note="Met at the quay.")
    facts = {"audience": "Quay residents", "purpose": "Quay news", "every_days": 30, "owner": manager}
    letter = stakeholders.plan_communication(project, by=manager, due_on=today(project.organisation), **facts)
    stakeholders.hold_communication(letter, by=manager, note="Quay letter sent.")


def _portfolio_import(organisation: Organisation, by: Person) -> None:
    """A file that is imported, with an error in it and its map kept; and one that waits for its map."""
    heads = b"Code,Name,Portfolio,Rating,As of,Budget\n"
    rows = b"QUAY-8,Quay walls,Quays,Red,2025-03-31,12\nQUAY-9,Quay lamps,Quays,Amber,2025-03-31,many\n"
    found = receive_file(organisation, "quays.csv", heads + rows, by=by)
    spec = MapSpec.model_validate(found.spec)
    save_map(organisation, spec, by=by)
    check_file(found, spec, by=by)
    take_import_step(found.pk)
    confirm_import(found, by=by)
    take_import_step(found.pk)
    receive_file(organisation, "more quays.csv", heads + rows, by=by)


def _packs(organisation: Organisation, people: dict[Role, Person]) -> None:
    """A published board pack, a report that comes by itself, and a status report to make files of."""
    staff, project = people[Role.PMO_STAFF], Project.objects.get(organisation=organisation, code="QUAY-1")
    StatusReport.objects.create(project=project, as_of=now().date(), overall="green", summary="The quay goes on.")
    asked = packs.ask_for_report(organisation, by=staff, report="board_pack", parameters={"scope": "all"})
    pack = packs.make(asked.pk)
    assert pack is not None
    packs.publish(pack, by=staff, readers=[people[Role.EXECUTIVE]])
    packs.ask_for_report(organisation, by=staff, report="portfolio_report", parameters={"scope": "all"})
    packs.schedule_report(
        organisation,
        by=staff,
        report="board_pack",
        scope="all",
        every="month",
        weekday=0,
        recipients=[people[Role.EXECUTIVE]],
    )


def _notice(organisation: Organisation, project: Project, person: Person) -> None:
    there, about = f"/o/{organisation.slug}/projects/{project.pk}/", f"project:{project.pk}"
    title, reason = as_written("The report of the quay is late"), as_written("You look after the quay.")
    notify(organisation, [person], kind="report_late", title=title, reason=reason, path=there, key="quay", about=about)
