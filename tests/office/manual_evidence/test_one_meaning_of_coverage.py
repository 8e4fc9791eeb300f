"""The trace matrix and the assessment say the same of one world: there is one meaning of coverage."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from office.manual_evidence.conftest import NOW, Look, run
from plumbline.engine.coverage import Share
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.metrics import (
    acceptance_coverage,
    agreed_to_green_days,
    first_pass_acceptance,
    requirement_coverage,
)
from plumbline.office.acceptance.actions import add_criterion, add_requirement, drop_requirement
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.session_models import AcceptanceDecision, AcceptanceSession, AgendaItem
from plumbline.office.assurance.gather_acceptance import acceptance_facts
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.trace import TraceFilter, trace


def shown(criterion: Criterion, by: Person, *outcomes: str) -> None:
    """In closed sessions, one after the other."""
    for showing, outcome in enumerate(outcomes, 1):
        number = AcceptanceSession.objects.count() + 1
        session = AcceptanceSession.objects.create(
            project=criterion.project, number=number, held_on=NOW.date(), place="Lock", state="closed", called_by=by
        )
        item = AgendaItem.objects.create(session=session, criterion=criterion, showing=showing)
        item.final = AcceptanceDecision.objects.create(
            item=item, text=criterion.texts.get(), number=1, outcome=outcome, words="So.", by=by, at=NOW
        )
        item.save()


@pytest.fixture
def world(project: Project, criteria: list[Criterion], look: Look, sam: Person) -> Project:
    """Of six criteria two are tested, one was looked at, one decided on, one is of a dropped requirement."""
    weld, bell = criteria
    lock = weld.deliverable
    add_requirement(lock, by=None, text="Nobody falls in")
    dropped = add_requirement(lock, by=None, text="It is blue")
    more = {
        name: add_criterion(lock, by=None, title=name, text="So.", tell=False) for name in ("Shown", "Bare", "Tested")
    }
    blue = add_criterion(lock, by=None, title="Blue", text="So.", requirement=dropped, tell=False)
    drop_requirement(dropped, by=None, because="Paint it any colour.")
    Criterion.objects.filter(pk__in=[weld.pk, bell.pk]).update(agreed_at=NOW - timedelta(days=4))
    look(of=weld)
    run(project, "-", "", "-", "-", "failure")
    shown(more["Shown"], sam, "rejected", "accepted")
    shown(blue, sam, "remarks")
    return project


def test_matrix_and_metrics_agree(world: Project) -> None:
    figures = trace(world, TraceFilter()).figures
    facts = ProjectFacts(as_of=NOW.replace(tzinfo=None), acceptance=acceptance_facts(world))
    assert (figures.acceptance, figures.requirements, figures.evidenced, figures.first_pass) == (
        Share(5, 6), Share(1, 2), Share(1, 2), Share(1, 2),
    )  # fmt: skip
    for metric, share in (
        (acceptance_coverage, figures.acceptance),
        (requirement_coverage, figures.requirements),
        (first_pass_acceptance, figures.first_pass),
    ):
        assert metric.measure(facts).value == float(100 * Fraction(share.count, share.of)), metric
    assert agreed_to_green_days.measure(facts).value == figures.lead_days == 4
