"""What the system measures about the attributes of the model."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from office.maturity.conftest import TODAY
from office.strategy.standing import stand
from plumbline.engine.maturity import LEVELS, Answer
from plumbline.office.conformance.actions import measure_day
from plumbline.office.maturity.measured import by_limits, share
from plumbline.office.maturity.model_files import model_of
from plumbline.office.maturity.probes import probes
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Kind

pytestmark = pytest.mark.django_db


def said(harbour: Organisation, probe: str) -> tuple[float | None, str | None]:
    found = probes()[probe].measured(harbour, TODAY)
    return found.value, found.suggests.value if found.suggests else None


def project(harbour: Organisation, code: str, **given: object) -> Project:
    portfolio = harbour.portfolios.first() or create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code=code, name=f"Project {code}", portfolio=portfolio, **given)  # type: ignore[arg-type]


def test_every_attribute_names_a_probe_that_there_is_and_every_probe_is_named() -> None:
    named = {each.evidence for each in model_of().attributes() if each.evidence}
    assert named == set(probes())


def test_the_model_has_seven_perspectives_with_two_to_four_attributes_at_each_level() -> None:
    perspectives = model_of().perspectives
    assert len(perspectives) == 7
    assert all(2 <= len(each.at(level)) <= 4 for each in perspectives for level in LEVELS)


@pytest.mark.parametrize("probe", sorted(probes()))
def test_a_probe_says_a_sentence_where_there_is_nothing_yet(harbour: Organisation, probe: str) -> None:
    found = probes()[probe].measured(harbour, TODAY)
    assert found.sentence.strip().endswith(".")
    assert probes()[probe].TITLE
    assert found.suggests in (None, Answer.NOT_MET)


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        (90, (90, 60), "met"),
        (89.9, (90, 60), "partly"),
        (59, (90, 60), "not_met"),
        (0.1, (0.2, 0.5), "met"),
        (0.5, (0.2, 0.5), "partly"),
        (0.6, (0.2, 0.5), "not_met"),
    ],
)
def test_limits_hold_both_ways(value: float, limits: tuple[float, float], expected: str) -> None:
    assert by_limits(value, *limits).value == expected


def test_of_nothing_there_is_no_share() -> None:
    assert share(0, 0, "", "Nothing is there.", "").suggests is None


def test_projects_are_counted_and_archived_ones_are_not(harbour: Organisation, mira: Person) -> None:
    project(harbour, "A", manager=mira)
    project(harbour, "B")
    gone = project(harbour, "C")
    Project.objects.filter(pk=gone.pk).update(archived_at=gone.created_at)
    assert said(harbour, "managers_named") == (50.0, "not_met")


def test_a_project_with_several_risks_counts_once(harbour: Organisation, mira: Person) -> None:
    risky = project(harbour, "A", manager=mira)
    project(harbour, "B", manager=mira)
    for title in ("Ice", "Fog", "Storm"):
        add_entry(risky, Kind.RISK, by=mira, title=title)
    assert said(harbour, "risk_registers") == (50.0, "not_met")


def test_an_assessment_counts_for_a_month(harbour: Organisation) -> None:
    stand(project(harbour, "A"), "green", finish=date(2027, 1, 1))
    assert said(harbour, "assessed_lately") == (100.0, "met")
    later = probes()["assessed_lately"].measured(harbour, TODAY + timedelta(days=40))
    assert later.value == 0.0


def test_what_conformance_has_counted_is_taken_over(harbour: Organisation) -> None:
    stand(project(harbour, "A"), "green", finish=date(2027, 1, 1))
    measure_day(harbour, by=None)
    found = probes()["risk_hygiene"].measured(harbour, TODAY)
    assert found.suggests is None
    assert "K10" in found.sentence


def test_who_leads_more_than_four_projects_is_noticed(harbour: Organisation, mira: Person, enrol: object) -> None:
    for number in range(5):
        project(harbour, f"A-{number}", manager=mira)
    assert said(harbour, "caseload") == (5, "not_met")
    others = [enrol(harbour, Role.PROJECT_MANAGER, f"Pilot {each}").person for each in range(4)]  # type: ignore[operator]
    for number, other in enumerate(others):
        project(harbour, f"B-{number}", manager=other)
    assert said(harbour, "caseload") == (5, "partly")
