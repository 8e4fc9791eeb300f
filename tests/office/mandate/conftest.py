"""An office at Harbour Works whose charter is written, and the readings that its challenge is measured by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from office.conftest import Enrol
from plumbline.office.conformance.models import PracticeReading
from plumbline.office.mandate import actions
from plumbline.office.mandate.models import Challenge
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.services.models import Service


@pytest.fixture
def osric(harbour: Organisation, enrol: Enrol) -> Person:
    """An executive of Harbour Works."""
    return enrol(harbour, Role.EXECUTIVE, "Osric Quay").person


def read(organisation: Organisation, day: date, value: float | None, metric: str = "report_timeliness") -> None:
    PracticeReading.objects.create(organisation=organisation, day=day, metric=metric, value=value)


@pytest.fixture
def written(harbour: Organisation, ada: Person, osric: Person) -> Challenge:
    """Everything that keeps a charter from being approved is there; returns its challenge."""
    read(harbour, date(2026, 1, 5), 40)
    challenge = actions.add_challenge(harbour, by=ada, key="late_reports", target=Decimal(90))
    service = Service.objects.create(organisation=harbour, title="Report status", owner=ada)
    actions.answer_challenge(challenge, service, by=ada)
    actions.change_mandate(
        harbour,
        by=ada,
        purpose="The harbour sees where it is going.",
        control="supportive",
        sponsor=osric,
        review_on=date(2027, 1, 1),
    )
    return challenge
