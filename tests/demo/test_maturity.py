"""The city is assessed twice, a year apart, and a third round is open; told without loading the whole world."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.maturing import FIRST, SECOND, STEPS, TARGETS, tell_maturity
from plumbline.demo.office import ZONE, found
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.office.mandate.models import RoadmapItem
from plumbline.office.maturity.models import Result
from plumbline.office.maturity.queries import overview, round_page

pytestmark = pytest.mark.django_db


def test_two_rounds_came_out_as_they_are_told_and_a_third_is_open() -> None:
    office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    telling = Telling(ZoneInfo(ZONE))
    tell_maturity(telling, office, date(2026, 3, 2))
    telling.tell()
    results = Result.objects.filter(round__organisation=office.organisation).order_by("closed_at")
    assert [each.levels for each in results] == [FIRST.levels, SECOND.levels]
    assert all(each.asked == each.answered == 4 for each in results)
    shown = overview(office.organisation)
    assert [kind for kind, *_ in shown.series] == ["target", "before", "now"]
    assert {each.perspective.key for each in shown.perspectives if each.target} == set(TARGETS)
    assert sum(each.step is not None for each in shown.steps) == len(STEPS)
    assert RoadmapItem.objects.filter(source="maturity").count() == len(STEPS)
    assert shown.under_way is not None
    page = round_page(shown.under_way)
    assert (page.finished, len(page.assessors)) == (1, 5)
