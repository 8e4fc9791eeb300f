"""What is asked of the office, from the question to the answer about how content one is."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.services import actions
from plumbline.office.services.built_in import offers
from plumbline.office.services.levels import clock_of, left_of
from plumbline.office.services.models import Effort, RequestEvent, Service, ServiceRequest

State = ServiceRequest.State


def later(hours: float) -> datetime:
    return now() + timedelta(hours=hours)


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_the_catalogue_has_the_services_that_offices_offer() -> None:
    assert len(offers()) == 27
    assert [each.percent for each in offers().values()][:4] == [83, 65, 60, 58]
    assert len({each.title for each in offers().values()}) == 27


def test_services_are_taken_from_the_catalogue_once(harbour: Organisation, ada: Person) -> None:
    taken = actions.take_from_catalogue(harbour, ["mentoring", "audits"], by=ada)
    assert [each.key for each in taken] == ["mentoring", "audits"]
    assert taken[0].deliver_in == 40 * 60
    assert actions.take_from_catalogue(harbour, ["mentoring"], by=ada) == []
    with pytest.raises(ValidationError):
        actions.take_from_catalogue(harbour, ["juggling"], by=ada)


def test_a_request_is_promised_an_answer_and_a_result_in_working_time(asked: ServiceRequest, monday: datetime) -> None:
    assert asked.number == 1
    assert asked.respond_by == monday + timedelta(hours=4)
    assert asked.deliver_by == monday + timedelta(days=1, hours=9)


def test_a_later_change_of_the_level_leaves_what_was_promised(asked: ServiceRequest, mentoring: Service) -> None:
    promised = asked.deliver_by
    actions.change_service(mentoring, by=None, deliver_in=480)
    asked.refresh_from_db()
    assert asked.deliver_by == promised


def test_who_owns_the_service_is_told(mentoring: Service, mira: Person, elowen: Person) -> None:
    actions.change_service(mentoring, by=None, owner=elowen)
    actions.ask_for_service(mentoring, by=mira, title="A mentor")
    assert told(elowen) == ["service_request"]


def test_the_form_of_a_service_asks_its_questions(mentoring: Service, mira: Person) -> None:
    actions.add_question(
        mentoring, by=None, text="For how long?", kind="choice", choices=["A month", "A year"], needed=True
    )
    with pytest.raises(ValidationError, match="For how long"):
        actions.ask_for_service(mentoring, by=mira, title="A mentor")
    with pytest.raises(ValidationError, match="Choose one"):
        actions.ask_for_service(mentoring, by=mira, title="A mentor", answers={"For how long?": "A day"})
    asked = actions.ask_for_service(mentoring, by=mira, title="A mentor", answers={"For how long?": "A year", "x": "y"})
    assert asked.answers == {"For how long?": "A year"}


def test_an_archived_service_cannot_be_asked_for(mentoring: Service, mira: Person) -> None:
    actions.archive_service(mentoring, by=None)
    with pytest.raises(ValidationError):
        actions.ask_for_service(mentoring, by=mira, title="A mentor")
    actions.restore_service(mentoring, by=None)
    assert actions.ask_for_service(mentoring, by=mira, title="A mentor").number == 1


def test_a_request_goes_its_way(asked: ServiceRequest, elowen: Person, mira: Person) -> None:
    actions.assign_request(asked, elowen, by=elowen)
    with clock_at(later(2)):
        actions.respond(asked, by=elowen, text="Tomorrow at nine.")
    with clock_at(later(3)):
        actions.begin(asked, by=elowen)
    with clock_at(later(25)):
        actions.finish(asked, by=elowen, outcome="Anselm is the mentor.")
    assert (asked.state, asked.respond_took, asked.deliver_took) == (State.DONE, 120, 540)
    assert asked.is_in_time
    assert [each.state for each in asked.events.all()] == ["new", "assigned", "", "under_way", "done"]
    assert told(mira)[-1] == "service_done"


def test_the_clock_stands_still_while_it_waits_for_the_customer(asked: ServiceRequest, elowen: Person) -> None:
    with clock_at(later(1)):
        actions.wait_for_customer(asked, by=elowen, text="Which quay?")
    with clock_at(later(24 + 7)):
        left = left_of(asked, clock_of(asked.organisation), now())
        assert left is not None
        assert (left.minutes, left.stands_still, left.is_over) == (900, True, False)
        actions.resume(asked, by=elowen)
        left = left_of(asked, clock_of(asked.organisation), now())
        assert left is not None
        assert left.minutes == 900
        assert str(left) == "15 h of working time left"
    assert asked.paused == 420 + 360
    with clock_at(later(24 + 8)):
        actions.finish(asked, by=elowen, outcome="Done.")
    assert asked.deliver_took == 120


def test_what_passes_its_limit_is_overdue(asked: ServiceRequest) -> None:
    left = left_of(asked, clock_of(asked.organisation), later(6))
    assert left is not None
    assert str(left) == "1 h of working time overdue"
    assert left.kind == "red"


@pytest.mark.parametrize("deed", ["begin", "wait_for_customer", "resume"])
def test_what_is_closed_stays_closed(asked: ServiceRequest, elowen: Person, deed: str) -> None:
    actions.decline(asked, by=elowen, reason="Ask the harbour master.")
    with pytest.raises(ValidationError):
        getattr(actions, deed)(asked, by=elowen)


def test_only_who_asked_can_withdraw(asked: ServiceRequest, elowen: Person, mira: Person) -> None:
    with pytest.raises(PermissionDenied):
        actions.withdraw(asked, by=elowen)
    actions.withdraw(asked, by=mira)
    assert asked.state == State.WITHDRAWN


def test_it_is_given_to_those_who_work_on_requests_alone(asked: ServiceRequest, elowen: Person, mira: Person) -> None:
    with pytest.raises(ValidationError):
        actions.assign_request(asked, mira, by=elowen)


def test_who_asked_says_once_how_content_they_are(asked: ServiceRequest, elowen: Person, mira: Person) -> None:
    with pytest.raises(ValidationError):
        actions.answer_satisfaction(asked, by=mira, score=5)
    actions.finish(asked, by=elowen, outcome="Done.")
    with pytest.raises(PermissionDenied):
        actions.answer_satisfaction(asked, by=elowen, score=5)
    with pytest.raises(ValidationError):
        actions.answer_satisfaction(asked, by=mira, score=6)
    actions.answer_satisfaction(asked, by=mira, score=4, note="Quick.")
    with pytest.raises(ValidationError):
        actions.answer_satisfaction(asked, by=mira, score=1)
    assert asked.satisfaction == 4


def test_who_is_named_in_a_comment_is_told(asked: ServiceRequest, elowen: Person, mira: Person) -> None:
    actions.comment(asked, by=mira, text="Can @Elowen Brace do it?")
    assert told(elowen)[-1] == "mention"


def test_history_is_only_added_to(asked: ServiceRequest) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestEvent.objects.filter(request=asked).update(text="Never said.")


def test_effort_is_booked_and_taken_back_with_a_row_of_its_own(asked: ServiceRequest, elowen: Person) -> None:
    day = today(asked.organisation)
    booked = actions.book_effort(asked.organisation, by=elowen, on=day, minutes=90, request=asked)
    assert booked.service == asked.service
    actions.correct_effort(booked, by=elowen)
    assert sorted(Effort.objects.values_list("minutes", flat=True)) == [-90, 90]
    with pytest.raises(ValidationError):
        actions.correct_effort(booked, by=elowen)


@pytest.mark.parametrize(("days", "minutes"), [(0, 0), (0, 1441), (0, -30), (1, 60), (-400, 60)])
def test_effort_that_cannot_be_is_refused(asked: ServiceRequest, elowen: Person, days: int, minutes: int) -> None:
    on = today(asked.organisation) + timedelta(days=days)
    with pytest.raises(ValidationError):
        actions.book_effort(asked.organisation, by=elowen, on=on, minutes=minutes, request=asked)


def test_a_day_has_no_more_than_24_hours(asked: ServiceRequest, elowen: Person) -> None:
    day = today(asked.organisation)
    actions.book_effort(asked.organisation, by=elowen, on=day, minutes=1000)
    with pytest.raises(ValidationError):
        actions.book_effort(asked.organisation, by=elowen, on=day, minutes=441)


def test_an_hour_costs_what_it_costs_from_a_day_on(harbour: Organisation, ada: Person) -> None:
    day = today(harbour)
    assert actions.set_rate(harbour, by=ada, per_hour=Decimal(80), since=day) == actions.set_rate(
        harbour, by=ada, per_hour=Decimal(85), since=day
    )


def test_nothing_of_another_organisation_is_booked(asked: ServiceRequest, northern: Organisation, ada: Person) -> None:
    with pytest.raises(ValidationError):
        actions.book_effort(northern, by=ada, on=today(northern), minutes=5, request=asked)
