"""Two organisations agree: by a code, by two people, ended by either."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.clients.agreeing import accepted, proposed
from office.conftest import Enrol
from plumbline.office.clients import actions
from plumbline.office.clients.jobs import forget_wrong_codes
from plumbline.office.clients.models import Agreement, AgreementStep, WrongCode
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db


def test_whoever_types_in_the_code_is_the_other_side(
    harbour: Organisation, northern: Organisation, ada: Person
) -> None:
    agreement, code = actions.offer_agreement(harbour, by=ada, side="client", grants=["gates"])
    found = actions.type_code(northern, by=None, code=f" {code.lower().replace('-', ' ')} ")
    assert found == agreement
    assert (found.provider, found.client, found.state) == (northern, harbour, "proposed")


def test_a_code_is_kept_only_as_its_hash(harbour: Organisation, ada: Person) -> None:
    agreement, code = actions.offer_agreement(harbour, by=ada, side="provider")
    kept = str(Agreement.objects.filter(pk=agreement.pk).values().get()) + str(list(AuditLine.objects.values()))
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_a_code_works_once_and_for_seven_days(harbour: Organisation, northern: Organisation, ada: Person) -> None:
    _, old = actions.offer_agreement(harbour, by=ada, side="provider")
    with clock_at(now() + timedelta(days=7, minutes=1)), pytest.raises(ValidationError, match="not taken"):
        actions.type_code(northern, by=None, code=old)
    actions.type_code(northern, by=None, code=old)
    with pytest.raises(ValidationError, match="not taken"):
        actions.type_code(northern, by=None, code=old)


def test_a_code_of_ones_own_is_as_wrong_as_any(harbour: Organisation, ada: Person) -> None:
    _, code = actions.offer_agreement(harbour, by=ada, side="provider")
    with pytest.raises(ValidationError, match="not taken"):
        actions.type_code(harbour, by=ada, code=code)


def test_after_five_wrong_codes_not_even_the_right_one_is_taken_for_an_hour(
    harbour: Organisation, northern: Organisation, ada: Person
) -> None:
    _, code = actions.offer_agreement(harbour, by=ada, side="provider")
    for _ in range(actions.MOST_WRONG_CODES):
        with pytest.raises(ValidationError, match="not taken"):
            actions.type_code(northern, by=None, code="AAAAA")
    with pytest.raises(ValidationError, match="Too many"):
        actions.type_code(northern, by=None, code=code)
    with clock_at(now() + timedelta(minutes=61)):
        actions.type_code(northern, by=None, code=code)


def test_wrong_codes_are_forgotten_after_a_week(northern: Organisation) -> None:
    with pytest.raises(ValidationError):
        actions.type_code(northern, by=None, code="AAAAA")
    forget_wrong_codes()
    assert WrongCode.objects.count() == 1
    with clock_at(now() + timedelta(days=8)):
        forget_wrong_codes()
    assert not WrongCode.objects.exists()


def test_it_takes_two_people_also_where_one_is_pmo_manager_of_both(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    add_person(northern, by=None, email=ada.email, name=ada.name, role=Role.PMO_MANAGER)
    agreement = proposed(harbour, northern, ada)
    with pytest.raises(ValidationError, match="takes two people"):
        actions.accept_agreement(agreement, organisation=northern, by=ada)
    actions.accept_agreement(agreement, organisation=northern, by=olav)
    assert agreement.is_in_force()


def test_who_offered_it_does_not_answer(
    harbour: Organisation, northern: Organisation, ada: Person, enrol: Enrol
) -> None:
    second = enrol(harbour, Role.PMO_MANAGER, "Bo Quay").person
    agreement = proposed(harbour, northern, ada)
    with pytest.raises(ValidationError, match="other side"):
        actions.accept_agreement(agreement, organisation=harbour, by=second)


def test_an_answer_is_given_once(harbour: Organisation, northern: Organisation, ada: Person, olav: Person) -> None:
    agreement = proposed(harbour, northern, ada)
    actions.decline_agreement(agreement, organisation=northern, by=olav)
    with pytest.raises(ValidationError, match="answered"):
        actions.accept_agreement(agreement, organisation=northern, by=olav)


def test_it_is_in_force_from_its_first_to_its_last_day(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    first = today(northern) + timedelta(days=2)
    last = first + timedelta(days=3)
    agreement = accepted(harbour, northern, ada, olav, starts_on=first, ends_on=last)
    days = [first + timedelta(days=each) for each in (-1, 0, 3, 4)]
    assert [agreement.is_in_force(day) for day in days] == [False, True, True, False]
    assert agreement.standing == "Accepted, not begun"


@pytest.mark.parametrize("side", ["provider", "client"])
def test_either_side_ends_it_at_once(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person, side: str
) -> None:
    agreement = accepted(harbour, northern, ada, olav)
    ends = harbour if side == "provider" else northern
    actions.end_agreement(agreement, organisation=ends, by=ada, note="It was good.")
    assert not agreement.is_in_force()
    assert AgreementStep.objects.filter(what="ended", organisation=ends, note="It was good.").exists()
    actions.end_agreement(agreement, organisation=ends, by=ada)
    assert AgreementStep.objects.filter(what="ended").count() == 1


def test_between_others_nothing_can_be_done(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    agreement = accepted(harbour, northern, ada, olav)
    third = Organisation.objects.create(name="Third", slug="third")
    with pytest.raises(ValidationError, match="between others"):
        actions.end_agreement(agreement, organisation=third, by=olav)


def test_the_client_shows_less_and_never_more(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    agreement = accepted(harbour, northern, ada, olav, grants=["gates", "hours"])
    with pytest.raises(ValidationError, match="Only the client"):
        actions.narrow_agreement(agreement, organisation=harbour, by=ada, grants=[])
    with pytest.raises(ValidationError, match="new agreement"):
        actions.narrow_agreement(agreement, organisation=northern, by=olav, grants=["gates", "project_names"])
    actions.narrow_agreement(agreement, organisation=northern, by=olav, grants=["gates"])
    assert agreement.grants == ["gates"]
    assert AgreementStep.objects.get(what="narrowed").grants == ["gates"]


def test_a_newer_one_takes_the_place_of_the_earlier(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    earlier = accepted(harbour, northern, ada, olav, grants=["gates"])
    newer = accepted(harbour, northern, ada, olav, grants=["hours"])
    earlier.refresh_from_db()
    assert (earlier.state, newer.state) == ("ended", "accepted")
    assert AgreementStep.objects.get(what="replaced").agreement == earlier


def test_what_is_on_no_list_is_not_granted(harbour: Organisation, ada: Person) -> None:
    with pytest.raises(ValidationError, match="on the list"):
        actions.offer_agreement(harbour, by=ada, side="provider", grants=["everything"])
    with pytest.raises(ValidationError):
        actions.offer_agreement(harbour, by=ada, side="provider", ends_on=today(harbour) - timedelta(days=1))


def test_the_history_is_only_added_to(harbour: Organisation, ada: Person) -> None:
    actions.offer_agreement(harbour, by=ada, side="provider")
    step = AgreementStep.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        step.delete()
