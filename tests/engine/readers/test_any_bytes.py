"""No byte string makes a reader raise anything but UnreadableSchedule, nor what the plan's own checks raise."""

import io
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from conftest import REAL_DATA
from engine.readers.written_instances import RCP, SM
from engine.readers.written_json import json_calendar, json_link, json_task, mpxj_json
from engine.readers.written_plans import link, msp_calendar, msp_exception, msp_link, msp_task, mspdi, task, xer
from engine.readers.written_pmxml import activity, exception, p6_calendar, pmxml, project, relationship
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
    "plan.sm",
    "plan.rcp",
    "plan.mpp",
    "plan",
)
CSV = (
    b"id,name,duration,start,predecessors,wbs,% complete\n"
    b"A10,Survey,5,2026-03-02,,1.1,50\n"
    b"A20,Design,2w,,A10SS+2d,1.1,0\n"
)
PIECES = (
    *(b"\t", b"\n", b"\r", b",", b";", b'"', b"%R\t", b"%E", b"%", b"(0||", b")", b"|", b"<", b">", b"&", b"\x00"),
    *(b"-1", b"0", b"99999999999999999999", b"1e308", b"nan", b"inf", b"9999-12-31 00:00", b"0001-01-01T00:00:00"),
    *(b"PT999999999H0M0S", b"<UID>0</UID>", b"2026-13-45", b"1.1.1", b"\xff", b"\xef\xbc\x91", b""),
)


def _workbook() -> bytes:
    book = Workbook()
    for row in (["ID", "Name", "Duration", "Start"], [1, "Survey", 5, "2026-03-02"], [2, "Design", "2w", None]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


WRITTEN = {
    "plan.xer": xer(TASK=[task(1), task(2)], TASKPRED=[link(1, 2)]),
    "plan.xml": mspdi(
        msp_task(1) + msp_task(2, msp_link(1)),
        calendars=msp_calendar(1, msp_exception("2026-01-01T00:00:00", "2027-01-01T00:00:00", Type=6, DaysOfWeek=2)),
    ),
    "plan.pmxml": pmxml(
        project(activity(1), activity(2), relationship(1, 2), WBSObjectId=9),
        calendars=p6_calendar(5, exception("2026-04-04", ("08:00:00", "11:59:00"))),
    ),
    "plan.csv": CSV,
    "plan.xlsx": _workbook(),
    "plan.json": mpxj_json(
        json_task(1),
        json_task(2, predecessors=[json_link(1, 2, lag=3600)], start="2026-06-01T08:00:00.0"),
        calendars=[json_calendar(1, {"recurrence": {"type": "weekly", "weekly_days": ["monday"], "occurrences": 3}})],
        resources=[{"unique_id": 1, "name": "Crane", "max_units": 100.0}],
        assignments=[{"task_unique_id": 1, "resource_unique_id": 1, "work": 3600}],
    ),
    "plan.sm": SM.encode(),
    "plan.rcp": RCP.encode(),
}
REAL = [
    *("xer/percent-complete-8.4.xer", "xer/encoding1251.xer", "generated/p6_50_update_1.xer"),
    *("mspdi/baselines.xml", "mspdi/not updated.xml", "mspdi/task-links-project2013-mspdi.xml"),
    *("pmxml/percent-complete-8.4.pmxml", "generated/p6_50_baseline.pmxml"),
]


def only_refusals(action: Callable[[], object], *others: type[Exception]) -> None:
    with suppress(UnreadableSchedule, *others):
        action()


def reader_of(filename: str) -> Reader:
    return next(each for each in readers() if filename.endswith(each.EXTENSIONS))


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
    damaged = _damaged(WRITTEN[filename], random.Random(seed))
    only_refusals(lambda: reader_of(filename).read(damaged), InvalidSchedule, InvalidCalendar)


@pytest.mark.real_data
@pytest.mark.parametrize("path", REAL)
def test_real_plans_that_were_damaged_are_read_or_refused(path: str):
    data = (REAL_DATA / "schedules" / path).read_bytes()
    for seed in range(60):
        damaged = _damaged(data, random.Random(seed))
        only_refusals(lambda damaged=damaged: reader_of(path).read(damaged), InvalidSchedule, InvalidCalendar)


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


def _damaged(data: bytes, chance: random.Random) -> bytes:
    content = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(content)) if content else 0
        how = chance.random()
        if how < 0.3 and content:
            content[at] = chance.randrange(256)
        elif how < 0.5:
            del content[at : at + chance.choice([1, 3, 50, 5_000])]
        elif how < 0.8:
            content[at:at] = chance.choice(PIECES)
        else:
            content[at:at] = content[at : at + chance.randrange(300)]
    return bytes(content)
