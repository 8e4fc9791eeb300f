"""What the city's projects hand over is agreed, half agreed, changed after it was agreed, or not written at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.agreeing import DELIVERABLES, tell_agreement
from plumbline.demo.office import ZONE, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.office.acceptance.models import Criterion, Voice
from plumbline.office.acceptance.queries import Counts, counts_by_deliverable, present_text, standing_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.projects.actions import create_portfolio, create_project

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db
PEOPLE = {
    "TR-01": ("ilka", "osric"),
    "ST-01": ("noor", "vesna"),
    "SC-02": ("jory", "vesna"),
    "SC-06": ("jory", "vesna"),
}


def test_the_city_has_agreed_on_all_on_some_and_on_nothing() -> None:
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=30), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        projects = {}
        for code, (manager, sponsor) in PEOPLE.items():
            projects[code] = create_project(
                city.organisation, by=None, code=code, name=code, portfolio=portfolio,
                manager=city.people[manager], sponsor=city.people[sponsor],
            )  # fmt: skip
            appoint(projects[code], by=None, role="team_lead", person=city.people["sunniva"])
            appoint(projects[code], by=None, role="quality_assurance", person=city.people["elowen"])
    telling = Telling(ZoneInfo(ZONE))
    tell_agreement(telling, city, ANCHOR)
    telling.tell()

    counted = {code: list(counts_by_deliverable(each.pk).values()) for code, each in projects.items()}
    assert counted == {
        "ST-01": [Counts(3, 2), Counts(1, 0)],
        "TR-01": [Counts(2, 2), Counts(1, 0)],
        "SC-02": [Counts(1, 1)],
        "SC-06": [],
    }
    changed = Criterion.objects.get(title="Taps without network")
    assert present_text(changed).number == 2
    assert set(standing_of(present_text(changed))) == {Voice.DEVELOPMENT}
    assert len(DELIVERABLES) == sum(each.deliverables.count() for each in projects.values())
