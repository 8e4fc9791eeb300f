"""Ten quays, and an audit of some of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.conformance.actions import audits as actions
from plumbline.office.conformance.actions.checklists import answer
from plumbline.office.conformance.actions.findings import raise_finding
from plumbline.office.conformance.models import Audit, AuditFinding
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = MARCH.date()
RULE = "critical_path_length_index"


@pytest.fixture
def running(harbour: Organisation, mira: Person) -> list[Project]:
    """Ten quays that Mira manages; the first fails a rule."""
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        found = [
            projects.create_project(
                harbour, by=None, code=f"Q{each}", name=f"Quay {each}", portfolio=portfolio, manager=mira
            )
            for each in range(10)
        ]
        projects.record_plan(found[4], by=None, schedule=lasting(sound_schedule(), 90), source_format="XER")
        assess_while_due(found[4].pk, MARCH)
    return found


@pytest.fixture
def audit(harbour: Organisation, running: list[Project], ada: Person) -> Audit:
    return planned(harbour, ada)


@pytest.fixture
def bela(harbour: Organisation, enrol: Callable[..., object]) -> Person:
    """PMO staff."""
    return enrol(harbour, Role.PMO_STAFF, "Bela Mooring").person  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def under_way(audit: Audit, ada: Person) -> Audit:
    with clock_at(MARCH):
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4", "Q5"])
        actions.begin_audit(audit, by=ada)
    audit.refresh_from_db()
    return audit


def planned(organisation: Organisation, lead: Person) -> Audit:
    with clock_at(MARCH):
        return actions.plan_audit(
            organisation,
            by=lead,
            title="Quays",
            scope="All.",
            reason="Time.",
            lead=lead,
            planned_from=DAY,
            planned_to=DAY,
        )


def finding_in(audit: Audit, by: Person, owner: Person, due: date = DAY) -> AuditFinding:
    question = audit.questions.first()
    assert question is not None
    with clock_at(MARCH):
        return raise_finding(question, by=by, text="No gate.", grade="major", owner=owner, due=due)


def refusal(do: Callable[[], object]) -> str:
    with clock_at(MARCH), pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def answered(audit: Audit, by: Person, value: str = "yes") -> None:
    with clock_at(MARCH):
        for each in audit.questions.all():
            answer(each, by=by, value=value)
