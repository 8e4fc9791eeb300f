"""Since when changes are told: a day in the address, the last board, or a month ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.portfolio.boards.scope import day_in
from plumbline.office.portfolio.models import BoardDay

A_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Since:
    """``is_board``: nobody chose the day; it is that of the last board."""

    day: date
    moment: datetime
    is_board: bool = False


def since_of(organisation: Organisation, query: Mapping[str, str]) -> Since:
    """A day that lies ahead is as if it were not given."""
    chosen, this_day = day_in(query, "since"), today(organisation)
    if chosen is not None and date(1900, 1, 1) < chosen <= this_day:
        return _from(organisation, chosen)
    last = BoardDay.objects.filter(organisation=organisation, on__lt=this_day).first()
    return _from(organisation, last.on if last else this_day - A_MONTH, is_board=last is not None)


def _from(organisation: Organisation, day: date, is_board: bool = False) -> Since:
    begin = datetime.combine(day, time(), tzinfo=ZoneInfo(organisation.time_zone))
    return Since(day, begin, is_board)
