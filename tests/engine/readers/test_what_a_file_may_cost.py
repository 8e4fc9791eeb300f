"""A small file can ask for endless work: it is refused in time, with what there is too much of."""

from __future__ import annotations

from time import monotonic

import pytest

from engine.readers.reading import plan, refusal
from engine.readers.written_plans import msp_calendar, msp_link, msp_task, mspdi, task, xer
from plumbline.engine.readers import reach
from plumbline.engine.readers.mspdi import calendars

FROM, TO = "1900-01-01T00:00:00", "2199-12-31T23:59:00"


def summary_over(first: int, count: int, inner: str = "") -> str:
    head = msp_task(first, inner, Summary=1)
    return head + "".join(msp_task(first + number, OutlineLevel=2) for number in range(1, count + 1))


def test_links_on_summaries_that_stand_for_millions_are_refused() -> None:
    linked = summary_over(1, 1500) + summary_over(10_000, 1500, msp_link(1))
    assert "2,250,000 links between activities by the links of their summaries" in refusal(mspdi(linked), "plan.xml")


def test_links_from_many_activities_to_one_summary_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "MAX_TIES_OF_SUMMARIES", 100)
    before = "".join(msp_task(100 + number) for number in range(11))
    after = summary_over(1, 10, "".join(msp_link(100 + number) for number in range(11)))
    assert "110 links" in refusal(mspdi(before + after), "plan.xml")


def test_links_between_summaries_of_a_usual_size_are_read() -> None:
    assert len(plan(mspdi(summary_over(1, 100) + summary_over(1000, 100, msp_link(1))), "plan.xml").links) == 1


def test_an_outline_without_end_is_refused() -> None:
    wbs = [
        {"wbs_id": number, "proj_id": 1, "parent_wbs_id": number - 1, "wbs_short_name": "W", "wbs_name": "Part"}
        for number in range(1, 150)
    ]
    assert "outline levels" in refusal(xer(PROJWBS=wbs, TASK=[task(1, wbs_id=149)]), "plan.xer")


def recurring(count: int, **fields: object) -> str:
    described = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    period = f"<TimePeriod><FromDate>{FROM}</FromDate><ToDate>{TO}</ToDate></TimePeriod>"
    return f"<Exceptions>{f'<Exception>{period}{described}<DayWorking>0</DayWorking></Exception>' * count}</Exceptions>"


@pytest.mark.parametrize(
    "fields",
    [
        {"Type": 6, "Period": 999, "DaysOfWeek": 1},
        {"Type": 6, "Period": 1, "DaysOfWeek": 0},
        {"Type": 4, "Period": 1, "MonthDay": 99},
        {"Type": 5, "Period": 1, "MonthItem": 77, "MonthPosition": 0},
    ],
)
def test_exceptions_that_hardly_ever_fall_on_a_day_cost_hardly_any_time(fields: dict[str, object]) -> None:
    begun = monotonic()
    plan(mspdi(calendars=msp_calendar(1, recurring(1000, **fields))), "plan.xml")
    assert monotonic() - begun < 5


def test_exceptions_that_stand_for_millions_of_days_are_counted_while_they_are_made() -> None:
    begun = monotonic()
    daily = recurring(1000, Type=1, Period=2)
    assert "more than 50,000 exceptions" in refusal(mspdi(calendars=msp_calendar(1, daily)), "plan.xml")
    assert monotonic() - begun < 5


def test_long_exceptions_on_top_of_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "MAX_DAYS_OF_EXCEPTIONS", 300_000)
    long = recurring(3, Type=1, Period=1)
    assert "days of calendar exceptions" in refusal(mspdi(calendars=msp_calendar(1, long)), "plan.xml")
