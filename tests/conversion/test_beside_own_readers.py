"""A plan that both our own readers and MPXJ read is the same plan, field by field, live and not from kept answers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conftest import REAL_DATA, Tell
from engine.readers.expected import Comparison, calendar
from engine.readers.written_plans import msp_calendar, msp_exception, msp_link, msp_task, mspdi
from plumbline.conversion.installation import Installation
from plumbline.conversion.mpxj import to_json
from plumbline.engine.readers import UnreadableSchedule, read
from plumbline.engine.schedule import Activity, Dialect, Schedule, Uid

SCHEDULES = REAL_DATA / "schedules"
OF_TOOLS = [path for folder in ("xer", "mspdi", "pmxml") for path in sorted((SCHEDULES / folder).glob("*"))]
SAMPLE = [
    SCHEDULES / "generated" / name
    for name in (
        "msp_50_update_2.xml",
        "msp_edge_ffsf_mixed_cal_60_baseline.xml",
        "p6_50_update_2.xer",
        "p6_defects_a_update.xer",
        "p6_lag_24h_80_baseline.xer",
    )
]

NAMES = "MPXJ takes the letters of an XER for Windows-1252"
NO_ONE = "the file assigns to resource -1, which is nobody"
KIND_OF_WORK = "the file calls the resource material and its assignment labour"
PROJECT_NODE = "P6 leaves the project's own WBS element out of its XML; we put it back, MPXJ does not"
COMMAS = "P6 wrote decimal commas, which MPXJ cannot read"
OTHERWISE = {
    **{
        (name, field): PROJECT_NODE
        for name in ("MultiprojectWithExternal.xml", "PrimaveraProject.xml", "percent-complete-8.4.pmxml")
        for field in ("activities", "missing", "parent")
    },
    **{("PrimaveraProject.xml", field): COMMAS for field in ("remaining", "assignments")},
    ("PrimaveraProject.xml", "duration"): "without a duration it can read, MPXJ works one out from the dates",
    ("encoding1251.xer", "name"): NAMES,
    ("encoding1251.xer", "assignments"): KIND_OF_WORK,
    ("not updated.xml", "assignments"): NO_ONE,
}


@pytest.mark.real_data
@pytest.mark.parametrize("path", [*OF_TOOLS, *SAMPLE], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_our_own_reader_and_mpxj_read_the_same_plan(mpxj: Installation, path: Path, tell: Tell) -> None:
    data = path.read_bytes()
    try:
        ours = read(data, path.name).schedules[0]
    except UnreadableSchedule as refusal:
        pytest.skip(f"our own readers do not read {path.name}: {refusal}")
    (theirs,) = read(to_json(data, path.suffix, path.name, mpxj), path.name).schedules
    comparison = Comparison()
    compare(comparison, ours, theirs)
    differences = [each for each in comparison.differences if (path.name, each[0]) not in OTHERWISE]
    tell(f"{path.name} by us and by MPXJ: {sum(comparison.compared.values())} values, {len(differences)} differ")
    assert differences == []


def compare(comparison: Comparison, ours: Schedule, theirs: Schedule) -> None:
    for name in ("dialect", "start", "data_date", "must_finish_by", "options"):
        comparison.add(name, "project", getattr(ours, name), getattr(theirs, name))
    calendars = {each.name: calendar(each) for each in theirs.calendars}
    for each in ours.calendars:
        comparison.add("calendar", each.name, calendar(each), calendars.get(each.name))
    comparison.add("links", "project", Counter(ours.links), Counter(theirs.links))
    named = {each.uid: each.name for each in ours.resources}
    comparison.add("resources", "project", named, {each.uid: each.name for each in theirs.resources})
    mine, other = (Counter((a.activity, a.resource, a.work) for a in each.assignments) for each in (ours, theirs))
    comparison.add("assignments", "project", mine, other)
    by_uid = theirs.activity_by_uid
    comparison.add("activities", "project", len(ours.activities), len(theirs.activities))
    for each in ours.activities:
        if other_activity := by_uid.get(_uid(each.uid)):
            _compare_activity(comparison, ours, theirs, each, other_activity)
        else:
            comparison.add("missing", each.uid, each.name, None)


def _uid(uid: Uid) -> Uid:
    return int(uid.removeprefix("wbs-")) if isinstance(uid, str) else uid


def _compare_activity(
    comparison: Comparison, our_plan: Schedule, their_plan: Schedule, ours: Activity, theirs: Activity
) -> None:
    comparison.add("parent", ours.uid, ours.parent if ours.parent is None else _uid(ours.parent), theirs.parent)
    fields = ["name", "kind"]
    if not (ours.is_summary and our_plan.dialect is Dialect.P6):
        fields += ["id", "duration", "elapsed", "deadline", "constraints", "baseline", "manual", "active", "external"]
        comparison.add("calendar", ours.uid, our_plan.calendar_of(ours).name, their_plan.calendar_of(theirs).name)
        for name in ("early_start", "early_finish", "late_start", "late_finish"):
            comparison.add(name, ours.uid, getattr(ours.stored, name), getattr(theirs.stored, name))
        _compare_floats(comparison, ours, theirs)
    if not ours.is_summary:
        fields += ["remaining", "actual_start", "actual_finish"]
        comparison.add("percent", ours.uid, round(ours.percent_complete, 4), theirs.percent_complete)
    for name in fields:
        comparison.add(name, ours.uid, getattr(ours, name), getattr(theirs, name))


def _compare_floats(comparison: Comparison, ours: Activity, theirs: Activity) -> None:
    """A zero and nothing are one in MPXJ's JSON; P6 leaves out the float of complete activities."""
    for name in ("total_float", "free_float"):
        mine, other = getattr(ours.stored, name), getattr(theirs.stored, name)
        if not ours.is_complete and (mine is not None or other):
            comparison.add(name, ours.uid, mine, other)


YEARS = ("2026-01-01T00:00:00", "2027-12-31T00:00:00")
RECURRING: list[dict[str, object]] = [
    {"Type": 1, "Period": 9},
    {"Type": 2, "Month": 11, "MonthDay": 25},
    {"Type": 3, "Month": 4, "MonthItem": 4, "MonthPosition": 4},
    {"Type": 4, "Period": 1, "MonthDay": 15},
    {"Type": 5, "Period": 2, "MonthItem": 5, "MonthPosition": 1},
    {"Type": 5, "Period": 1, "MonthItem": 3, "MonthPosition": 4},
    {"Type": 6, "Period": 2, "DaysOfWeek": 34},
    {"Type": 6, "Period": 1, "DaysOfWeek": 2, "EnteredByOccurrences": 1, "Occurrences": 5},
]


def test_elapsed_time_percentages_and_recurring_exceptions_come_through_unchanged(mpxj: Installation) -> None:
    weekend = {"Start": "2026-03-06T17:00:00", "Finish": "2026-03-08T17:00:00"}
    content = mspdi(
        msp_task(1, Duration="PT48H0M0S", DurationFormat=8, **weekend)
        + msp_task(2, msp_link(1, LinkLag=14_400, LagFormat=8))
        + msp_task(3, msp_link(2, LinkLag=50, LagFormat=19))
        + msp_task(4, msp_link(1, LinkLag=50, LagFormat=20))
        + "<Task><UID>5</UID><ID>5</ID><IsNull>1</IsNull></Task>",
        calendars="".join(
            msp_calendar(number, msp_exception(*YEARS, **fields)) for number, fields in enumerate(RECURRING, start=1)
        ),
    )
    (ours,) = read(content, "plan.xml").schedules
    (theirs,) = read(to_json(content, ".xml", "plan", mpxj), "plan.json").schedules
    comparison = Comparison()
    compare(comparison, ours, theirs)
    assert comparison.differences == []
    assert ours.activities[0].elapsed
    assert all(each.exceptions for each in theirs.calendars)
