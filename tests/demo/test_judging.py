"""What those who lead the city's projects can do, before and after a training."""

from __future__ import annotations

import pytest

from demo.conftest import ANCHOR
from plumbline.office.competence import queries
from plumbline.office.competence.models import CompetencyAssessment, ParityFigure, RequiredLevels
from plumbline.office.people.models import Organisation, Person
from plumbline.office.teaching.models import LiveSession

pytestmark = pytest.mark.usefixtures("world", "db")


def city() -> Organisation:
    return Organisation.objects.get(name__startswith="Marrowbridge")


def test_eight_managers_are_assessed_twice_around_a_training() -> None:
    by_others = [each for each in CompetencyAssessment.objects.all() if not each.is_by_oneself]
    assert len({each.person_id for each in by_others}) == 8
    rounds = sorted({each.on for each in by_others})[:2]
    session = LiveSession.objects.get(title="Two days about plans and risks")
    assert rounds[0] < session.on < rounds[1]
    assert session.registrations.filter(attended=True).count() == 8


def test_it_narrows_in_some_competencies_and_not_in_others() -> None:
    both = {each.competency: (each.before, each.after) for each in ParityFigure.objects.filter(since__isnull=False)}
    assert len(both) == 14
    for name in ("time", "plan_and_control", "risk_and_opportunity"):
        assert both[name][0] > both[name][1] + 0.5
    for name in ("leadership", "personal_communication", "stakeholders"):
        assert both[name][0] == both[name][1]
    found = queries.office(city())
    assert float(found.before) > float(found.after)
    assert len(found.periods) == 2


def test_levels_suffice_for_several_classes_and_somebody_leads_above() -> None:
    found = {each.person.name.split()[0]: each for each in queries.leaders(city(), ANCHOR)}
    assert len({each.largest for each in found.values()}) >= 3
    assert (found["Ilka"].largest, found["Aurel"].largest) == ("Large", "None yet")
    above = {name for name, each in found.items() if each.above}
    assert {"Aurel", "Noor"} <= above
    assert not above & {"Ilka", "Petra", "Tomas"}


def test_the_page_of_ilka_is_filled_and_the_city_asks_for_more_of_procurement() -> None:
    ilka = Person.objects.get(name__startswith="Ilka")
    own = queries.of(city(), ilka, ANCHOR)
    assert all(row.standing for row in own.rows)
    assert {"power_and_interest", "negotiation"} <= {row.name for row in own.rows}
    assert any(row.said for row in own.rows)
    assert RequiredLevels.objects.get().levels == {"procurement": [None, 3, 4]}
