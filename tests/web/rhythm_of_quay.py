"""Events of the office at Quay, an address of its calendar, and a week that is planned."""

from __future__ import annotations

from datetime import date, time, timedelta

from plumbline.office.events.actions import Facts, add_event, cancel_on
from plumbline.office.operations.actions import Plan, carry_over, plan_work, say_done, subscribe
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.portfolio.actions import record_board_day
from plumbline.office.services.models import ServiceRequest


def keep_the_rhythm(organisation: Organisation, people: dict[Role, Person], day: date) -> None:
    manager, staff = people[Role.PMO_MANAGER], people[Role.PMO_STAFF]
    meeting = Facts(
        "Round of the quay", "meeting", day - timedelta(days=7), at=time(9, 15), minutes=30, repeats="weekly",
        place="https://calls.quay.example/round", notes="What moves the quay.", owner=staff,
    )  # fmt: skip
    cancel_on(add_event(organisation, meeting, by=staff), day + timedelta(days=7), by=staff)
    board = Facts("Board of the quay", "board", day + timedelta(days=8), repeats="day_of_month", owner=manager)
    add_event(organisation, board, by=manager)
    training = Facts("Learning to read the quay", "training", day + timedelta(days=12), days=2, place="Quay 7")
    add_event(organisation, training, by=staff)
    record_board_day(organisation, by=manager, on=day - timedelta(days=1))
    for person in (people[Role.PROJECT_MANAGER], manager):
        subscribe(Membership.objects.get(organisation=organisation, person=person))
    _plan(organisation, manager, staff, day)


def _plan(organisation: Organisation, manager: Person, staff: Person, day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    before = monday - timedelta(days=7)
    said = {"person": manager, "by": manager}
    asked = ServiceRequest.objects.filter(organisation=organisation).order_by("pk").last()
    plan_work(organisation, Plan("Count the quays", 90), monday=before, **said)  # type: ignore[arg-type]
    done = plan_work(organisation, Plan("Paint the quay", 120), monday=before, **said)  # type: ignore[arg-type]
    say_done(done, True, by=manager)
    carry_over(organisation, monday=monday, **said)  # type: ignore[arg-type]
    plan_work(organisation, Plan("Answer about the quay", 60, day), monday=monday, about=asked, **said)  # type: ignore[arg-type]
    plan_work(organisation, Plan("Sweep the quay", 45), person=staff, monday=before, by=staff)
