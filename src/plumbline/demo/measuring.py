"""How well standards are followed, counted week by week, so that there is a trend to see."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.conformance.actions import measure_day

WEEKS = (10, 8, 6, 4, 2, 0)


def tell_measuring(telling: Telling, office: Office, anchor: date) -> None:
    """Early in the day, before anything else is told."""
    for weeks in WEEKS:
        moment = datetime.combine(anchor - timedelta(weeks=weeks), time(5))
        telling.add(moment, lambda: measure_day(office.organisation, by=None))
