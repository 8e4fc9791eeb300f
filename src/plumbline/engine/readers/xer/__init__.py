"""Primavera P6 export (XER): tab-separated tables, any number of projects."""

from __future__ import annotations

from collections import defaultdict

from plumbline.engine.readers.limits import (
    MAX_ACTIVITIES,
    MAX_ASSIGNMENTS,
    MAX_LINKS,
    MAX_PROJECTS,
    MAX_RESOURCES,
    check_count,
)
from plumbline.engine.readers.p6.calendars import work_calendars
from plumbline.engine.readers.p6.project import plan_file
from plumbline.engine.readers.p6.records import FileParts
from plumbline.engine.readers.p6.values import uid
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.xer.calendars import read_calendars
from plumbline.engine.readers.xer.encoding import decode
from plumbline.engine.readers.xer.parts import (
    link_records,
    obs_records,
    project_parts,
    rates_by_resource,
    resource_records,
)
from plumbline.engine.readers.xer.tables import Row, Table, read_tables
from plumbline.engine.schedule import Uid

FORMAT = "Primavera P6 XER"
EXTENSIONS = (".xer",)

_MARK = b"ERMHDR"
_LIMITS = {
    "PROJECT": ("projects", MAX_PROJECTS),
    "PROJWBS": ("WBS elements", MAX_ACTIVITIES),
    "TASK": ("activities", MAX_ACTIVITIES),
    "TASKPRED": ("links", MAX_LINKS),
    "TASKRSRC": ("assignments", MAX_ASSIGNMENTS),
    "PROJCOST": ("expenses", MAX_ASSIGNMENTS),
    "RSRC": ("resources", MAX_RESOURCES),
}
_PER_PROJECT = ("SCHEDOPTIONS", "PROJWBS", "TASK", "TASKPRED", "TASKRSRC", "PROJCOST")


def recognises(data: bytes, filename: str) -> bool:
    return _MARK in data[:20].replace(b"\x00", b"") or filename.lower().endswith(EXTENSIONS)


def read(data: bytes) -> PlanFile:
    """Every project of the file that was exported whole. Raises UnreadableSchedule, InvalidSchedule, InvalidCalendar.

    Hours become minutes, WBS elements summary activities. An XER holds no baseline.
    """
    text, guess = decode(data)
    header = text.partition("\n")[0].rstrip("\r").split("\t")
    if not header[0].endswith("ERMHDR"):
        raise UnreadableSchedule(
            Problem("The file does not begin with ERMHDR, so it is no XER. Export it again from P6: File > Export.")
        )
    problems = Problems()
    if guess is not None:
        problems.add("encoding", guess.message, "line 1")
    tables = read_tables(text)
    for name, (what, limit) in _LIMITS.items():
        check_count(what, len(tables[name].rows) if name in tables else 0, limit)
    file = FileParts(
        calendars=work_calendars(read_calendars(tables.get("CALENDAR"), problems), problems),
        resources=resource_records(_rows(tables, "RSRC")),
        rates=rates_by_resource(_rows(tables, "RSRCRATE")),
        obs=obs_records(_rows(tables, "OBS")),
        currency=_currency(tables.get("CURRTYPE"), header),
    )
    rows_of = {name: _by_project(tables.get(name)) for name in _PER_PROJECT}
    projects, links = [], []
    for row in _projects(tables, rows_of["TASK"], problems):
        rows = {name: rows[row.needed_uid("proj_id")] for name, rows in rows_of.items()}
        projects.append(project_parts(row, rows))
        links += link_records(rows["TASKPRED"])
    return plan_file(FORMAT, file, projects, links, problems)


def _projects(tables: dict[str, Table], tasks: dict[Uid | None, list[Row]], problems: Problems) -> list[Row]:
    """Projects that were exported whole; others are in the file only because something refers to them."""
    rows = tables["PROJECT"].rows if "PROJECT" in tables else []
    planned = [row for row in rows if tasks[row.uid("proj_id")]]
    whole = [row for row in planned if row.flag("export_flag")] or planned
    for row in rows:
        if row not in whole:
            problems.add(
                "projects without activities",
                f"Project '{row.name('proj_short_name')}' is only referred to, its activities are not in the file.",
                row.place,
            )
    if not whole:
        what = "no project" if not rows else "no activities"
        raise UnreadableSchedule(
            Problem(f"The file has {what}. Open the project in P6, then File > Export > XER, and tick the project.")
        )
    return whole


def _by_project(table: Table | None) -> dict[Uid | None, list[Row]]:
    rows: dict[Uid | None, list[Row]] = defaultdict(list)
    for row in table.rows if table else ():
        rows[uid(row.raw("proj_id"))].append(row)
    return rows


def _rows(tables: dict[str, Table], name: str) -> list[Row]:
    return tables[name].rows if name in tables else []


def _currency(table: Table | None, header: list[str]) -> str:
    """The currency of the export; its place in the header moved between versions, so the table decides."""
    known = {row.text("curr_short_name") for row in (table.rows if table else ())}
    named = [each.strip() for each in header[1:] if len(each.strip()) == 3 and each.strip().isupper()]
    return next((each for each in reversed(named) if not known or each in known), "")
