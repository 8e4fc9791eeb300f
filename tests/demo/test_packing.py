"""The packs of the demo world."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from plumbline.demo.office import ZONE, found
from plumbline.demo.packing import ACCENT, tell_packs
from plumbline.demo.people import CITY, CITY_PEOPLE, UNITS
from plumbline.demo.telling import Telling
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.clock import now as moment
from plumbline.office.reporting.models import Schedule, Snapshot


@pytest.mark.django_db
def test_the_board_has_two_packs_and_one_to_come() -> None:
    telling = Telling(ZoneInfo(ZONE))
    with clock_at(moment()):
        office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    tell_packs(telling, office, date(2026, 11, 23))
    telling.tell()
    later, first = Snapshot.objects.all()
    assert later.previous == first
    assert later.document["accent"] == ACCENT
    assert later.publication.readers == [office.people["osric"].name]
    assert Schedule.objects.get().due_at is not None
