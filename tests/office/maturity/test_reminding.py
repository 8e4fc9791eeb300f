"""Those whose view is missing are reminded by themselves, twice at most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from office.conftest import Enrol
from office.maturity.conftest import NOON, TODAY, Begin, answer
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.sweeps import sweeps
from plumbline.office.maturity import actions
from plumbline.office.maturity.jobs import SWEEP
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
DUE = TODAY + timedelta(days=14)


def sweep_on(day: date) -> None:
    """Twice, as several workers may."""
    with clock_at(NOON + (day - TODAY)):
        SWEEP()
        SWEEP()


def told() -> list[tuple[str, str]]:
    found = Notice.objects.filter(kind="maturity_due").order_by("told_at", "person__name")
    return [(each.person.name, each.title) for each in found]


def test_it_is_among_the_sweeps() -> None:
    assert sweeps()["plumbline.office.maturity"] is SWEEP


def test_who_is_missing_is_told_three_days_before_and_on_the_day_and_never_again(
    begin: Begin, ada: Person, ivo: Person, mira: Person
) -> None:
    found = begin()
    actions.finish(answer(found, ada, {"risk-owners": "met"}))
    sweep_on(DUE - timedelta(days=4))
    assert told() == []
    first, last = (f"Your view is still missing, by {until}: Spring" for until in ("18 March 2026", "today"))
    for day in range(3, -1, -1):
        sweep_on(DUE - timedelta(days=day))
        assert told()[:2] == [("Ivo Mole", first), ("Mira Pontoon", first)]
        assert told()[2:] == ([] if day else [("Ivo Mole", last), ("Mira Pontoon", last)])
    for day in range(1, 5):
        sweep_on(DUE + timedelta(days=day))
    assert len(told()) == 4
    assert AuditLine.objects.filter(verb="remind_assessor").count() == 4
    assert Notice.objects.filter(kind="maturity_due").first().path.endswith("/answer/")  # type: ignore[union-attr]


def test_who_finishes_after_the_first_is_not_told_again(begin: Begin, ada: Person, ivo: Person, mira: Person) -> None:
    found = begin(assessors=[mira])
    sweep_on(DUE - timedelta(days=2))
    actions.finish(answer(found, mira, {"risk-owners": "met"}))
    sweep_on(DUE)
    assert len(told()) == 1


def test_after_a_night_without_a_worker_one_is_told_once(begin: Begin, mira: Person) -> None:
    begin(assessors=[mira])
    sweep_on(DUE)
    sweep_on(DUE + timedelta(days=1))
    assert told() == [("Mira Pontoon", "Your view is still missing, by today: Spring")]


def test_who_is_asked_in_the_last_days_is_reminded_on_the_day_only(begin: Begin, mira: Person) -> None:
    begin(assessors=[mira], due_on=TODAY + timedelta(days=2))
    sweep_on(TODAY + timedelta(days=1))
    assert told() == []
    sweep_on(TODAY + timedelta(days=2))
    assert len(told()) == 1


def test_a_round_that_is_over_and_somebody_who_has_left_are_left_alone(
    harbour: Organisation, begin: Begin, ada: Person, ivo: Person, mira: Person, enrol: Enrol
) -> None:
    nils = enrol(harbour, Role.TEAM_MEMBER, "Nils Rope").person
    found = begin(assessors=[nils, mira])
    Membership.objects.filter(person=nils).update(active=False)
    sweep_on(DUE - timedelta(days=3))
    assert [name for name, _ in told()] == ["Mira Pontoon"]
    actions.call_off(found, by=ivo)
    sweep_on(DUE)
    assert len(told()) == 1
