"""Requests: asked, seen with their effect, decided with a reason, told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from office.capacity.conftest import DAY, MONDAY, Deliver
from office.conftest import Enrol
from plumbline.engine.capacity import Load, months_from
from plumbline.office.capacity import actions
from plumbline.office.capacity.models import Ability, CapacityDecision, CapacityRequest, Pool, ResourcePerson
from plumbline.office.capacity.queries.asking import effect_of
from plumbline.office.capacity.queries.picture import picture
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

SignedIn = Callable[[Person], Client]
OFFICE = "/o/harbour-works"
Ask = Callable[..., CapacityRequest]


@pytest.fixture
def ask(crane: Project, crew: Pool, diver: Ability, mira: Person) -> Ask:
    """Half a diver in March and April."""

    def asked(project: Project | None = None, **other: object) -> CapacityRequest:
        given = {"pool": crew, "role": diver, "percent": 50, "first_month": MONDAY, "last_month": date(2026, 4, 9)}
        return actions.ask_for_capacity(project or crane, by=mira, **{**given, **other})  # type: ignore[arg-type]

    return asked


def asked_in(organisation: Organisation) -> int:
    """Minutes that approved requests and plans ask in March and April."""
    return int(picture(organisation, months_from(MONDAY, 2)).asked.sum())


def test_the_owner_of_the_pool_is_told_and_whoever_asked_hears_the_answer(ask: Ask, nia: Person, mira: Person) -> None:
    request = ask()
    asked = Notice.objects.get(person=nia)
    assert (asked.kind, str(asked.title)) == ("capacity_asked", "New crane asks for people of Crew")
    actions.refuse_request(request, by=nia, reason="From May on I have a diver.")
    answered = Notice.objects.get(person=mira)
    assert str(answered.title) == "New crane does not get the people of Crew that it asked for"


def test_without_an_owner_the_head_of_the_office_is_told(ask: Ask, crew: Pool, ada: Person) -> None:
    actions.change_pool(crew, by=ada, owner=None)
    ask()
    assert Notice.objects.get(kind="capacity_asked").person == ada


def test_only_an_approved_request_counts_and_a_withdrawn_one_no_longer(
    harbour: Organisation, ask: Ask, tove: ResourcePerson, nia: Person, mira: Person
) -> None:
    request = ask()
    assert asked_in(harbour) == 0
    actions.approve_request(request, by=nia, given=tove)
    assert asked_in(harbour) == (22 + 22) * DAY / 2
    actions.withdraw_request(request, by=mira, reason="We do it ourselves.")
    assert asked_in(harbour) == 0
    assert [each.state for each in CapacityDecision.objects.all()] == ["approved", "withdrawn"]


def test_what_the_plan_asks_is_not_counted_twice(
    harbour: Organisation, ask: Ask, tove: ResourcePerson, crane: Project, deliver: Deliver, nia: Person, ada: Person
) -> None:
    actions.approve_request(ask(), by=nia, given=tove)
    deliver(crane, {"Tove Yard": 5})
    actions.match_name(harbour, by=ada, name="Tove Yard", means=tove)
    assert asked_in(harbour) == 5 * DAY + (22 + 22 - 5) * DAY / 2


def test_no_is_said_with_a_reason_and_once(ask: Ask, nia: Person) -> None:
    request = ask()
    with pytest.raises(ValidationError, match="Say why"):
        actions.refuse_request(request, by=nia, reason=" ")
    actions.refuse_request(request, by=nia, reason="In May.")
    with pytest.raises(ValidationError, match="refused already"):
        actions.approve_request(request, by=nia)


def test_only_people_of_the_pool_are_given(ask: Ask, harbour: Organisation, ada: Person, nia: Person) -> None:
    elsewhere = actions.add_resource_person(harbour, by=ada, name="Jo Quay")
    with pytest.raises(ValidationError, match="does not belong to Crew"):
        actions.approve_request(ask(), by=nia, given=elsewhere)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"last_month": date(2026, 1, 1)}, "last month lies before"),
        ({"last_month": date(2032, 1, 1)}, "at most 60 months"),
        ({"percent": 0}, "Choose 1 at least"),
    ],
)
def test_what_makes_no_sense_is_refused(ask: Ask, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        ask(**wrong)


def test_decisions_are_only_ever_added(ask: Ask, nia: Person) -> None:
    actions.approve_request(ask(), by=nia)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        CapacityDecision.objects.update(reason="Never mind.")


def test_the_effect_of_a_yes_is_worked_out_by_month(
    harbour: Organisation, ask: Ask, tove: ResourcePerson, wall: Project, deliver: Deliver, ada: Person
) -> None:
    deliver(wall, {"Tove Yard": 15})
    actions.match_name(harbour, by=ada, name="Tove Yard", means=tove)
    march, april = effect_of(ask())
    assert (march.before.asked, march.after.asked, march.before.free) == (15 * DAY, 26 * DAY, 22 * DAY)
    assert (march.before.load, march.after.load, march.becomes_over) == (Load.FREE, Load.OVER, True)
    assert (april.before.asked, april.after.asked, april.becomes_over) == (0, 11 * DAY, False)


def test_the_desk_shows_what_waits_and_what_a_yes_would_do(
    signed_in: SignedIn, ask: Ask, tove: ResourcePerson, nia: Person, mira: Person
) -> None:
    request = ask()
    client = signed_in(nia)
    assert "New crane" in unescape(client.get(f"{OFFICE}/capacity/desk/").content.decode())
    place = f"{OFFICE}/capacity/requests/{request.pk}/"
    page = unescape(client.get(place).content.decode())
    assert "What a yes would do" in page
    assert "Tove Yard, Diver" in page
    refused = client.post(place, {"go": "refuse"})
    assert "Say why, and what would be possible" in unescape(refused.content.decode())
    assert client.post(place, {"go": "approve", "given": tove.pk}).status_code == 302
    request.refresh_from_db()
    assert (request.state, request.given) == ("approved", tove)
    assert "Approved" in unescape(
        signed_in(mira).get(f"{OFFICE}/projects/{request.project_id}/capacity/").content.decode()
    )


def test_four_people(
    signed_in: SignedIn, enrol: Enrol, harbour: Organisation, ask: Ask, crane: Project, mira: Person, nia: Person,
    tove_yard: Person, olav: Person,
) -> None:  # fmt: skip
    """Its manager asks, the owner decides, a colleague reads, a guest may not, for a stranger there is nothing."""
    request = ask()
    place, project = f"{OFFICE}/capacity/requests/{request.pk}/", f"{OFFICE}/projects/{crane.pk}/capacity/"
    guest = enrol(harbour, Role.GUEST, "Gus Est").person
    given = {"pool": request.pool_id, "percent": "100", "first_month": "2026-05", "last_month": "2026-06"}
    assert signed_in(mira).post(project, given).status_code == 302
    assert signed_in(mira).post(place, {"go": "approve"}).status_code == 403
    assert signed_in(tove_yard).get(place).status_code == 200
    for path in (place, project, f"{place}withdraw/"):
        assert signed_in(tove_yard).post(path, {"go": "approve", **given}).status_code == 403
        assert signed_in(guest).get(path).status_code == 403
        assert signed_in(olav).get(path).status_code == 404
    assert "You answer for no pool" in unescape(signed_in(mira).get(f"{OFFICE}/capacity/desk/").content.decode())
    assert CapacityRequest.objects.filter(state="asked").count() == 2


def test_the_project_shows_whom_its_plan_asks_and_whether_they_have_time(
    signed_in: SignedIn, harbour: Organisation, tove: ResourcePerson, crane: Project, wall: Project, deliver: Deliver,
    ada: Person, mira: Person,
) -> None:  # fmt: skip
    deliver(crane, {"Tove Yard": 5, "Painter": 2})
    deliver(wall, {"Tove Yard": 5})
    actions.match_name(harbour, by=ada, name="Tove Yard", means=tove)
    page = unescape(signed_in(mira).get(f"{OFFICE}/projects/{crane.pk}/capacity/").content.decode())
    assert "1 week from 2 Mar 2026" in page
    assert "not known" in page
    actions.ask_for_capacity(
        crane, by=mira, pool=actions.add_pool(harbour, by=ada, name="Paint"), role=None, percent=50, first_month=MONDAY,
        last_month=MONDAY,
    )  # fmt: skip
    lines = signed_in(mira).get(f"{OFFICE}/projects/{crane.pk}/capacity.csv").content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("C-1,Paint,,50,2026-03-01,2026-03-01,Asked for")
