"""A project with criteria that are agreed on, a business owner who accepts, and a supplier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.test import Client

from office.conftest import Enrol
from plumbline.office.acceptance.actions.closing import close_session, decisions_in
from plumbline.office.acceptance.actions.deciding import decide
from plumbline.office.acceptance.actions.sessions import add_attendee, call_session, put_on_agenda
from plumbline.office.acceptance.models import Criterion, CriterionText, Deliverable
from plumbline.office.acceptance.session_models import AcceptanceDecision, AcceptanceSession, AgendaItem, Protocol
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = date(2026, 3, 2)
Agreed = Callable[..., Criterion]


@dataclass(frozen=True)
class People:
    """``mira`` manages the project, ``bo`` accepts as business owner, ``sam`` signs for the supplier."""

    mira: Person
    bo: Person
    sam: Person
    ada: Person


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def people(harbour: Organisation, enrol: Enrol) -> People:
    return People(
        enrol(harbour, Role.PROJECT_MANAGER, "Mira Pontoon").person,
        enrol(harbour, Role.GUEST, "Bo Buyer").person,
        enrol(harbour, Role.TEAM_MEMBER, "Sam Smith").person,
        enrol(harbour, Role.PMO_MANAGER, "Ada Quay").person,
    )


@pytest.fixture
def project(harbour: Organisation, people: People) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    made = create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=people.mira)
    appoint(made, by=None, role="business_owner", person=people.bo)
    return made


@pytest.fixture
def agreed(project: Project) -> Agreed:
    """``agreed("The gate opens")``; with ``agreed=False`` nobody has agreed on it yet."""
    deliverable = Deliverable.objects.create(project=project, number=1, name="The lock")

    def criterion(title: str, *, role: str = "business_owner", agreed: bool = True) -> Criterion:
        number = project.criteria.count() + 1
        made = Criterion.objects.create(
            project=project,
            deliverable=deliverable,
            number=number,
            title=title,
            accepted_by=role,
            agreed_at=now() if agreed else None,
        )
        reworded(made, f"{title}, every time.", agreed=agreed)
        return made

    return criterion


def reworded(criterion: Criterion, text: str, *, agreed: bool = False) -> CriterionText:
    """A new text; nobody has agreed on it unless they say so."""
    digest = sha256(text.encode()).hexdigest()
    made = CriterionText.objects.create(
        criterion=criterion, number=criterion.texts.count() + 1, text=text, digest=digest
    )
    Criterion.objects.filter(pk=criterion.pk).update(changed_at=now(), agreed_at=now() if agreed else None)
    criterion.refresh_from_db()
    return made


@pytest.fixture
def session(project: Project, people: People) -> AcceptanceSession:
    called = call_session(project, by=people.mira, held_on=DAY, place="Lock house")
    add_attendee(called, by=people.mira, person=people.sam, role="Supplier", side="supplier")
    return called


def shown(session: AcceptanceSession, by: Person, *criteria: Criterion) -> list[AgendaItem]:
    put_on_agenda(session, by=by, criteria=criteria)
    return [session.items.get(criterion=each) for each in criteria]


def said(item: AgendaItem, by: Person, outcome: str, words: str = "") -> AcceptanceDecision:
    """On the present text."""
    text = item.criterion.texts.first()
    assert text is not None
    return decide(item, by=by, text_id=text.pk, outcome=outcome, words=words)


def closed(session: AcceptanceSession, by: Person) -> Protocol:
    return close_session(session, by=by, seen=decisions_in(session))


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client
