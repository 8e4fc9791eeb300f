"""No byte string makes a reader raise anything but UnreadableSchedule, nor what the plan's own checks raise."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.readers.damage import CSV, PIECES, WRITTEN, damaged
from engine.readers.written_plans import task, xer
from plumbline.engine.calendars import InvalidCalendar
from plumbline.engine.readers import Reader, UnreadableSchedule, read, readers
from plumbline.engine.schedule import InvalidSchedule

NAMES = (
    "plan.xer",
    "plan.xml",
    "plan.pmxml",
    "plan.csv",
    "plan.xlsx",
    "plan.json",
    "plan.plan.json",
    "plan.sm",
    "plan.rcp",
    "plan.mpp",
    "plan",
)


def only_refusals(action: Callable[[], object], *others: type[Exception]) -> None:
    with suppress(UnreadableSchedule, *others):
        action()


def reader_of(filename: str) -> Reader:
    """The one with the longest ending that fits: a plan document ends in ``.plan.json``, other JSON in ``.json``."""
    fitting = {ending: each for each in readers() for ending in each.EXTENSIONS if filename.endswith(ending)}
    return fitting[max(fitting, key=len)]


@given(data=st.binary(max_size=2_000), filename=st.sampled_from(NAMES))
@example(data=b"ERMHDR\n%T\tTASK\n%R\n%E", filename="plan.xer")
@example(data=b"<Project/>", filename="plan.xml")
@example(data=b"<APIBusinessObjects><Project><a/></Project></APIBusinessObjects>", filename="plan.pmxml")
@example(data=b"name,duration\n\xff", filename="plan.csv")
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, filename: str):
    only_refusals(lambda: read(data, filename))


@given(text=st.text(max_size=500), filename=st.sampled_from(NAMES))
@settings(deadline=None)
def test_any_text_after_a_good_beginning_is_read_or_refused(text: str, filename: str):
    beginnings = {"plan.xer": "ERMHDR\t\n%T\tTASK\n%F\ttask_id\tproj_id\n%R\t", "plan.xml": "<Project><Tasks><Task>"}
    beginnings["plan.pmxml"] = "<APIBusinessObjects><Project><Activity><ObjectId>"
    data = (beginnings.get(filename, "id,name,duration,start\n1,Survey,") + text).encode(errors="replace")
    only_refusals(lambda: read(data, filename))


@given(cell=st.text(max_size=60), column=st.integers(0, 6), row=st.integers(1, 2))
@settings(deadline=None)
def test_any_cell_of_a_table_is_read_or_refused(cell: str, column: int, row: int):
    lines = [line.split(",") for line in CSV.decode().splitlines()]
    lines[row][column] = '"' + cell.replace('"', '""') + '"'
    data = "\n".join(",".join(line) for line in lines).encode(errors="replace")
    only_refusals(lambda: reader_of("plan.csv").read(data), InvalidSchedule, InvalidCalendar)


@given(
    value=st.one_of(st.text(max_size=40), st.sampled_from([each.decode("latin-1") for each in PIECES])), data=st.data()
)
@settings(deadline=None, max_examples=300)
@pytest.mark.parametrize("filename", ["plan.xer", "plan.xml", "plan.pmxml", "plan.json"])
def test_any_value_in_a_plan_file_is_read_or_refused(filename: str, value: str, data: st.DataObject):
    """The reader itself is called, so that no safety net above it hides what it forgot."""
    content = WRITTEN[filename].decode("latin-1")
    before, after = {"plan.xer": ("\t", "\t"), "plan.json": (":", ",")}.get(filename, (">", "<"))
    at = content.find(before, data.draw(st.integers(0, len(content) - 50)))
    end = content.find(after, at + 1)
    changed = (content[: at + 1] + value + content[end:]).encode(errors="replace")
    only_refusals(lambda: reader_of(filename).read(changed), InvalidSchedule, InvalidCalendar)


@given(seed=st.integers(0, 2**32), filename=st.sampled_from(sorted(WRITTEN)))
@settings(deadline=None, max_examples=300)
def test_written_plans_that_were_damaged_are_read_or_refused(seed: int, filename: str):
    content = damaged(WRITTEN[filename], random.Random(seed))
    only_refusals(lambda: reader_of(filename).read(content), InvalidSchedule, InvalidCalendar)


def test_a_plan_that_contradicts_itself_is_refused_too():
    with pytest.raises(UnreadableSchedule, match="contradicts itself"):
        read(xer(TASK=[task(1), task(1)]), "plan.xer")


def test_elements_within_elements_without_end_are_refused():
    only_refusals(lambda: read(b"<Project><Tasks>" + b"<a>" * 100_000, "plan.xml"))
    only_refusals(
        lambda: read(b"<Project><Tasks>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</Tasks></Project>", "p.xml")
    )


def test_brackets_within_brackets_without_end_are_refused():
    deep = "(0||x()(" * 100_000
    only_refusals(lambda: read(xer(CALENDAR=[{"clndr_id": 5, "clndr_data": deep}]), "plan.xer"))
