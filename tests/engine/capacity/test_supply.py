"""Capacity of people, by tables worked out by hand and by what must always hold."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.capacity.tables import DAY, WEEKDAYS, WITH_EASTER
from plumbline.engine.capacity import (
    InvalidShare,
    Member,
    Per,
    Spell,
    folded,
    months_from,
    periods,
    supply,
    weeks_from,
)

MARCH = date(2026, 3, 2)
WEEK = 5 * DAY


def by_week(member: Member, weeks: int = 4) -> list[tuple[int, int, int, int]]:
    """Working, away, line and free minutes of each week from 2 March 2026 on."""
    of = weeks_from(MARCH, weeks)
    found = supply([WEEKDAYS, WITH_EASTER], [member], of)
    tables = (found.working, found.away, found.line, found.free)
    columns = [folded(each, periods(of, Per.WEEK))[0].tolist() for each in tables]
    return list(zip(*columns, strict=True))


def test_full_time_is_the_working_time_of_the_calendar() -> None:
    assert by_week(Member()) == [(WEEK, 0, 0, WEEK)] * 4


def test_holidays_are_those_of_the_calendar() -> None:
    of = months_from(date(2026, 4, 1), 1)
    assert supply([WEEKDAYS, WITH_EASTER], [Member(), Member(calendar=1)], of).free.sum(axis=1).tolist() == [
        22 * DAY,
        20 * DAY,
    ]


def test_a_share_holds_from_its_day_on_and_the_later_one_wins() -> None:
    member = Member(shares=(Spell(80), Spell(50, first=date(2026, 3, 11))))
    assert [each[3] for each in by_week(member)] == [4 * DAY, 0.8 * 2 * DAY + 0.5 * 3 * DAY, 2.5 * DAY, 2.5 * DAY]


def test_who_is_away_does_neither_projects_nor_line() -> None:
    member = Member(away=(Spell(100, date(2026, 3, 9), date(2026, 3, 10)),), line_work=(Spell(20),))
    assert by_week(member, 2) == [(WEEK, 0, DAY, 4 * DAY), (WEEK, 2 * DAY, 0.6 * DAY, 2.4 * DAY)]


def test_half_days_of_leave_and_pieces_of_line_work_add_up_to_all_there_is() -> None:
    twice = Member(away=(Spell(50), Spell(80)))
    assert by_week(twice, 1) == [(WEEK, WEEK, 0, 0)]
    busy = Member(line_work=(Spell(70), Spell(70)))
    assert by_week(busy, 1) == [(WEEK, 0, WEEK, 0)]


def test_nobody_works_before_they_come_or_after_they_leave() -> None:
    member = Member(first=date(2026, 3, 4), last=date(2026, 3, 17))
    assert [each[3] for each in by_week(member)] == [3 * DAY, WEEK, 2 * DAY, 0]
    assert [each[3] for each in by_week(Member(first=date(2027, 1, 1)))] == [0] * 4
    assert [each[3] for each in by_week(Member(last=date(2020, 1, 1)))] == [0] * 4


def test_a_share_beyond_what_there_is_is_refused() -> None:
    with pytest.raises(InvalidShare, match="choose 0 to 100"):
        Spell(101)


def test_nobody_gives_an_empty_table() -> None:
    of = weeks_from(MARCH, 3)
    assert supply([WEEKDAYS], [], of).free.shape == (0, of.count)


days = st.none() | st.dates(date(2026, 1, 1), date(2026, 9, 30))
spells = st.lists(st.builds(Spell, st.integers(0, 100), days, days), max_size=4).map(tuple)
members = st.builds(
    Member, calendar=st.integers(0, 1), first=days, last=days, shares=spells, away=spells, line_work=spells
)


@given(st.lists(members, max_size=4))
def test_parts_of_the_working_time_add_up_and_none_is_negative(those: list[Member]) -> None:
    found = supply([WEEKDAYS, WITH_EASTER], those, weeks_from(date(2026, 2, 20), 20))
    for each in (found.working, found.away, found.line, found.free):
        assert (each >= 0).all()
    assert np.array_equal(found.away + found.line + found.free, found.working)
    assert (found.working <= WEEK).all()
