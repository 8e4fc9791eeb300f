"""The week of the office's staff: planned, done, carried over; by who plans, who plans for others, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.operations.conftest import MONDAY
from plumbline.office.operations.actions import Plan, carry_over, plan_work, say_done
from plumbline.office.operations.actions import week as planning
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.week import iso, monday_of, planned_week
from plumbline.office.people.models import Holiday, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.services.actions import add_service, ask_for_service
from plumbline.office.services.models import ServiceRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
SignedIn = Callable[[Person], Client]
WEEK = "/o/harbour-works/office/week/"
BEFORE = MONDAY - timedelta(days=7)


def words(client: Client, path: str = WEEK) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_manager_plans_for_others_staff_for_themselves_and_nobody_else_at_all(
    harbour: Organisation, ada: Person, elowen: Person, mira: Person, olav: Person, signed_in: SignedIn
) -> None:
    sent = {"title": "Sweep the quay", "hours": "1.5", "on": "2026-03-05", "person": elowen.pk}
    assert signed_in(ada).post(f"{WEEK}?week=2026-W10", sent).status_code == 302
    work = PlannedWork.objects.get()
    assert (work.person, work.minutes, work.on, work.monday) == (elowen, 90, date(2026, 3, 5), MONDAY)
    assert 'name="person"' not in words(signed_in(elowen)).partition("week-entry")[2].partition("</form>")[0]
    signed_in(elowen).post(WEEK, sent | {"person": ada.pk, "title": "For Ada?"})
    assert PlannedWork.objects.get(title="For Ada?").person == elowen
    for client, status in ((signed_in(mira), 403), (signed_in(olav), 404)):
        assert client.get(WEEK).status_code == status
        assert client.post(WEEK, sent).status_code == status
        assert client.post(f"{WEEK}work/{work.pk}/done/", {"done": "yes"}).status_code == status


def test_work_of_others_is_seen_and_not_touched(
    harbour: Organisation, ada: Person, elowen: Person, signed_in: SignedIn
) -> None:
    work = plan_work(harbour, Plan("Count the quays", 60), person=ada, monday=MONDAY, by=ada)
    client = signed_in(elowen)
    page = words(client)
    assert "Count the quays" in page
    assert f"{WEEK}work/{work.pk}/" not in page
    for path in ("", "done/", "remove/"):
        assert client.post(f"{WEEK}work/{work.pk}/{path}", {"done": "yes", "title": "Mine"}).status_code == 403
    work.refresh_from_db()
    assert (work.is_done, work.title) == (False, "Count the quays")


def test_it_is_done_and_not_done_again_by_one_press_and_an_empty_one_changes_nothing(
    harbour: Organisation, elowen: Person, signed_in: SignedIn
) -> None:
    work = plan_work(harbour, Plan("Count the quays", 60), person=elowen, monday=MONDAY, by=elowen)
    client, there = signed_in(elowen), f"{WEEK}work/{work.pk}/done/"
    for sent, is_done in (({"done": "yes"}, True), ({}, True), ({"done": "no"}, False), ({"done": "maybe"}, False)):
        assert client.post(there, sent)["Location"].endswith(f"?week=2026-W10#work-{work.pk}")
        work.refresh_from_db()
        assert work.is_done is is_done


def test_too_much_is_said_and_a_holiday_takes_its_hours_away(
    harbour: Organisation, elowen: Person, signed_in: SignedIn
) -> None:
    (mine,) = planned_week(harbour, MONDAY, today(harbour), elowen).people
    whole = mine.capacity
    plan_work(harbour, Plan("Everything", whole), person=elowen, monday=MONDAY, by=elowen)
    assert "Too much" not in words(signed_in(elowen))
    Holiday.objects.create(organisation=harbour, on=date(2026, 3, 6), name="Day of the tide")
    (mine,) = planned_week(harbour, MONDAY, today(harbour), elowen).people
    assert mine.capacity == whole * 4 // 5
    assert mine.over == whole // 5
    page = words(signed_in(elowen))
    assert "Too much" in page
    assert "Friday: Day of the tide" in page


def test_what_was_left_over_is_carried_along_once_and_what_was_done_is_not(
    harbour: Organisation, elowen: Person, signed_in: SignedIn
) -> None:
    plan_work(harbour, Plan("Count the quays", 60), person=elowen, monday=BEFORE, by=elowen)
    say_done(plan_work(harbour, Plan("Paint", 30), person=elowen, monday=BEFORE, by=elowen), True, by=elowen)
    client = signed_in(elowen)
    assert "1 left over from the week before." in words(client)
    sent = {"week": "2026-W10", "person": elowen.pk}
    for _ in range(2):
        client.post(f"{WEEK}carry/", sent)
    (carried,) = PlannedWork.objects.filter(monday=MONDAY)
    assert (carried.title, carried.carried_from.monday) == ("Count the quays", BEFORE)
    page = words(client)
    assert "carried over" in page
    assert "left over from the week before" not in page


def test_a_request_that_waits_is_planned_with_one_press_and_offered_no_more(
    harbour: Organisation, elowen: Person, mira: Person, signed_in: SignedIn
) -> None:
    service = add_service(harbour, by=None, title="Mentoring", respond_in=60, deliver_in=480, effort=120)
    asked = ask_for_service(service, by=mira, title="A mentor for the quay")
    ServiceRequest.objects.update(assignee=elowen)
    client = signed_in(elowen)
    assert f'value="request:{asked.pk}"' in words(client)
    sent = {"week": "2026-W10", "person": elowen.pk, "thing": f"request:{asked.pk}"}
    for _ in range(2):
        client.post(f"{WEEK}plan/", sent)
    work = PlannedWork.objects.get()
    assert (work.request, work.minutes) == (asked, 120)
    assert f'value="request:{asked.pk}"' not in words(client)
    assert client.post(f"{WEEK}plan/", sent | {"thing": "dragon:1"}).status_code == 404


def test_things_and_people_of_another_organisation_are_refused(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person, signed_in: SignedIn
) -> None:
    service = add_service(northern, by=None, title="Tunnels")
    theirs = ask_for_service(service, by=olav, title="A tunnel")
    sent = {"week": "2026-W10", "person": ada.pk, "thing": f"request:{theirs.pk}"}
    assert signed_in(ada).post(f"{WEEK}plan/", sent).status_code == 404
    signed_in(ada).post(f"{WEEK}carry/", {"week": "2026-W10", "person": olav.pk})
    with pytest.raises(ValidationError):
        plan_work(harbour, Plan("Dig", 60), person=olav, monday=MONDAY, by=ada)
    assert not PlannedWork.objects.exists()


def test_a_week_is_a_plan_and_not_a_list(
    harbour: Organisation, elowen: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "MOST_IN_A_WEEK", 1)
    plan_work(harbour, Plan("One", 60), person=elowen, monday=MONDAY, by=elowen)
    with pytest.raises(ValidationError, match="that is a list"):
        plan_work(harbour, Plan("Two", 60), person=elowen, monday=MONDAY, by=elowen)
    with pytest.raises(ValidationError, match="day of this week"):
        plan_work(harbour, Plan("Late", 60, date(2026, 3, 9)), person=elowen, monday=BEFORE, by=elowen)
    plan_work(harbour, Plan("Before", 60), person=elowen, monday=BEFORE, by=elowen)
    monkeypatch.setattr(planning, "MOST_IN_A_WEEK", 1)
    with pytest.raises(ValidationError, match="that is a list"):
        carry_over(harbour, person=elowen, monday=MONDAY, by=elowen)


@pytest.mark.parametrize("nonsense", ["", "2026-10", "soon", "2026-W60", "1999-W10", "2026-W10-3"])
def test_nonsense_is_this_week(nonsense: str) -> None:
    assert iso(monday_of(nonsense, date(2026, 3, 4))) == "2026-W10"
