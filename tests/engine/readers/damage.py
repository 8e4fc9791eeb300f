"""Plan files, written and real, and how they are damaged: the corpus that every reader has to bear."""

from __future__ import annotations

import io
import random

from openpyxl import Workbook

from conftest import REAL_DATA
from engine.readers.written_instances import RCP, SM
from engine.readers.written_json import json_calendar, json_link, json_task, mpxj_json
from engine.readers.written_plans import link, msp_calendar, msp_exception, msp_link, msp_task, mspdi, task, xer
from engine.readers.written_pmxml import activity, exception, p6_calendar, pmxml, project, relationship
from plumbline.engine.readers import read
from plumbline.engine.writers import plan_document

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
WRITTEN["plan.plan.json"] = plan_document.write(read(WRITTEN["plan.xml"], "plan.xml").schedules[0]).content

REAL = [
    *(
        "schedules/xer/percent-complete-8.4.xer",
        "schedules/xer/encoding1251.xer",
        "schedules/generated/p6_50_update_1.xer",
    ),
    *("schedules/mspdi/baselines.xml", "schedules/mspdi/not updated.xml"),
    *("schedules/mspdi/task-links-project2013-mspdi.xml", "schedules/generated/msp_50_update_1.xml"),
    *("schedules/pmxml/percent-complete-8.4.pmxml", "schedules/generated/p6_50_baseline.pmxml"),
]


def corpus() -> dict[str, bytes]:
    """By name: what was written here, and of the real files those that are there."""
    real = [REAL_DATA / each for each in REAL]
    return WRITTEN | {each.name: each.read_bytes() for each in real if each.exists()}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out, put in or doubled, in one place or many."""
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
