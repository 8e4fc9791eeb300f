"""A project before its first gate, and the people who have a part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from engine.small_project import sound_schedule
from office.conftest import Enrol
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.gates import actions
from plumbline.office.gates.models import GateReview
from plumbline.office.governance.actions import appoint
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = date(2026, 3, 20)


@dataclass
class Gates:
    """A project with a sound plan. Ada leads the PMO, Elowen and Ivo work there, Osric pays, Wim will use it."""

    project: Project
    manager: Person
    ada: Person
    elowen: Person
    ivo: Person
    sponsor: Person
    user: Person

    def answer_all(self, gate: str, by: Person | None = None) -> None:
        standard = standard_for(self.project)
        assert standard is not None
        for question in standard.gates[gate].questions:
            self.answer(gate, question, "yes", by=by)

    def answer(self, gate: str, question: str, value: str, note: str = "Seen.", by: Person | None = None) -> None:
        actions.answer(self.project, gate, question, by=by or self.elowen, value=value, note=note)

    def open(self, gate: str = "concept_approval") -> GateReview:
        return actions.open_review(self.project, gate, by=self.elowen, planned_on=DAY, lead=self.ada, others=[self.ivo])

    def ready(self) -> GateReview:
        """The first gate with everything there."""
        self.answer_all("concept_approval")
        review = self.open()
        actions.consent(review, by=self.user, role="business_owner", agrees=True)
        return review


@pytest.fixture
def gates(harbour: Organisation, mira: Person, ada: Person, enrol: Enrol) -> Iterator[Gates]:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        elowen, ivo = (enrol(harbour, Role.PMO_STAFF, name).person for name in ("Elowen", "Ivo"))
        sponsor, user = (enrol(harbour, Role.EXECUTIVE, name).person for name in ("Osric", "Wim"))
        project = projects.create_project(
            harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira, sponsor=sponsor
        )
        projects.record_plan(project, by=None, schedule=sound_schedule(), source_format="XER")
        assess_while_due(project.pk, MARCH)
        appoint(project, by=None, role="business_owner", person=user)
        appoint(project, by=None, role="steering_committee", person=user)
        yield Gates(Project.objects.get(pk=project.pk), mira, ada, elowen, ivo, sponsor, user)
