"""Real and generated plans are written and read again: equal, and with the same calculated dates."""

from __future__ import annotations

import pytest

from conftest import REAL_DATA
from engine.writers.calculated import dates, dates_by_place
from engine.writers.held import by_place, held_by_a_table, held_by_mspdi, shares, with_baseline_durations
from plumbline.engine.readers import read
from plumbline.engine.schedule import Dialect, Schedule
from plumbline.engine.writers import write, writers

pytestmark = pytest.mark.real_data

SCHEDULES = REAL_DATA / "schedules"
LARGE = ("_1000_", "_5000_", "_20000_")
SAMPLE_OF_THE_LARGE = ("p6_1000_update_1.xer.gz", "msp_1000_update_1.xml.gz")
FILES = sorted(
    str(each.relative_to(SCHEDULES))
    for folder in ("xer", "mspdi", "generated")
    for each in (SCHEDULES / folder).glob("*")
    if each.name.removesuffix(".gz").endswith((".xer", ".xml"))
    and (each.name in SAMPLE_OF_THE_LARGE or not any(size in each.name for size in LARGE))
)


def plans(path: str) -> tuple[Schedule, ...]:
    return read((SCHEDULES / path).read_bytes(), path).schedules


@pytest.fixture(scope="module", params=FILES)
def schedules(request: pytest.FixtureRequest) -> tuple[Schedule, ...]:
    """The plans of each file in turn; it is read once for all that is tried with it."""
    return plans(request.param)


def again(schedule: Schedule, format: str) -> Schedule:
    (back,) = read(write(schedule, format).content, f"plan{writers()[format].EXTENSIONS[0]}").schedules
    return back


def test_the_plan_document_keeps_a_real_plan_and_its_dates(schedules: tuple[Schedule, ...]):
    for schedule in schedules:
        back = again(schedule, "plan_document")
        assert back == schedule
        assert dates(back) == dates(schedule)


def test_project_xml_keeps_a_real_plan_and_its_dates(schedules: tuple[Schedule, ...]):
    for schedule in schedules:
        back = again(schedule, "mspdi")
        if schedule.dialect is Dialect.MSP:
            assert back == schedule
            assert dates(back) == dates(schedule)
        else:
            held = held_by_mspdi(schedule)
            assert by_place(held_by_mspdi(back)) == by_place(held)
            assert dates_by_place(back) == dates_by_place(held)


def test_a_csv_keeps_what_a_table_can_hold_of_a_real_plan(schedules: tuple[Schedule, ...]):
    for schedule in schedules:
        back = again(schedule, "csv")
        held = with_baseline_durations(held_by_a_table(schedule))
        assert by_place(held_by_a_table(back)) == by_place(held)
        for ours, theirs in zip(shares(back).values(), shares(schedule).values(), strict=True):
            assert ours[1:] == pytest.approx(theirs[1:], abs=len(ours[0]) or 0.001)
        assert dates(again(back, "csv")) == dates(back)


@pytest.mark.parametrize("path", [each for each in FILES if each.startswith("mspdi")])
def test_a_workbook_says_the_same_as_a_csv(path: str):
    for schedule in plans(path):
        assert again(schedule, "xlsx").activities == again(schedule, "csv").activities


def test_the_sample_is_no_small_one():
    assert len(FILES) > 45
