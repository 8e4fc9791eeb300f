"""Real files of other programs are read as MPXJ reads them, field by field, and can be checked."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from conftest import REAL_DATA, Tell
from engine.readers.expected import JSON, Comparison, constraint, instant, links, load, rounded, stored, whole_minutes
from plumbline import conversion
from plumbline.cli.checked import check_project
from plumbline.cli.standards import DEFAULT, standard_named
from plumbline.conversion.formats import FORMATS, extension_of
from plumbline.conversion.installation import Installation
from plumbline.engine.schedule import Activity, Schedule

SCHEDULES = REAL_DATA / "schedules"
FOLDERS = ("gan", "mpd", "mpp", "mpp_linked", "mpx", "planner")
FILES = [path for folder in FOLDERS for path in sorted((SCHEDULES / folder).glob("*"))]
ONE_PER_FORMAT = [next(each for each in FILES if each.parent.name == folder) for folder in FOLDERS if FILES]
BAD = [SCHEDULES / "bad" / name for name in ("PasswordProtected.mpp", "truncated.mpp")]

pytestmark = pytest.mark.real_data

NOT_EXPECTED = {
    "remaining": "the file does not say it: what percent complete leaves of the duration",
    "percent": "the file does not say it: nothing is done",
    "duration": "the file does not say it: no time",
    "total_float_min": "stored as start and finish slack; the known answers leave it out",
    "name": "the file does not say it: that of the file",
}
"""Where the known answer is empty, and what we have instead."""

OTHERWISE = {
    ("Software Development Plan.mpp", "links"): "lags in percent: the known answers have the number without its unit",
    ("CalendarExceptions.mpp", "milestone"): "the only line has no duration, so it is a moment",
}
"""Where we read on purpose otherwise than the known answers."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_read_as_mpxj_reads_it_and_can_be_checked(mpxj: Installation, path: Path, tell: Tell) -> None:
    file = conversion.read_plan(path.read_bytes(), path.name)
    (schedule,) = file.schedules
    (project,) = load(SCHEDULES / "expected" / path.parent.name / f"{path.name}.json")["projects"]
    comparison = Comparison()
    compare_project(comparison, schedule, project)
    for ours, theirs in zip(schedule.activities, project["activities"], strict=True):
        compare_activity(comparison, schedule, ours, theirs)
    differences = [each for each in comparison.differences if not _is_explained(path.name, *each)]
    tell(
        f"{path.parent.name}/{path.name} through MPXJ: {sum(comparison.compared.values())} values compared, "
        f"{len(comparison.differences)} otherwise for a reason that is listed"
    )
    assert differences == []
    assert file.format == f"{FORMATS[extension_of(path.name)]} ({extension_of(path.name)})"
    checked = check_project(schedule, standard_named(DEFAULT), place=path.name, as_of=None)
    assert checked.obstacle is None
    assert len(checked.assessment.results) >= 14


def compare_project(comparison: Comparison, schedule: Schedule, project: JSON) -> None:
    comparison.add("name", "project", schedule.name, project["name"])
    comparison.add("data date", "project", instant(schedule.data_date), project["status_date"])
    comparison.add("start", "project", instant(schedule.start), project["start"])
    comparison.add("calendars", "project", len(schedule.calendars), project["calendars"])
    comparison.add("activities", "project", len(schedule.activities), len(project["activities"]))
    theirs = Counter((each["from"], each["to"], each["type"], round(each["lag_min"])) for each in project["links"])
    comparison.add("links", "project", links(schedule), theirs)


def compare_activity(comparison: Comparison, schedule: Schedule, ours: Activity, theirs: JSON) -> None:
    baseline = ours.baseline
    named = {
        "uid": (ours.uid, theirs["uid"]),
        "id": (ours.id, theirs["id"] or "0"),
        "summary": (ours.is_summary, theirs["summary"]),
        "milestone": (ours.is_milestone, theirs["milestone"]),
        "duration": (ours.duration, rounded(theirs["duration_min"])),
        "remaining": (ours.remaining, rounded(theirs["remaining_min"])),
        "start": (instant(ours.planned_start), theirs["start"]),
        "finish": (instant(ours.planned_finish), whole_minutes(theirs["finish"])),
        "actual start": (instant(ours.actual_start), theirs["actual_start"]),
        "actual finish": (instant(ours.actual_finish), theirs["actual_finish"]),
        "baseline start": (instant(baseline.start) if baseline else None, theirs["baseline_start"]),
        "baseline finish": (instant(baseline.finish) if baseline else None, theirs["baseline_finish"]),
        "percent": (ours.percent_complete, theirs["percent_complete"]),
        "constraint": (constraint(ours) or "AS_SOON_AS_POSSIBLE", theirs["constraint"] or "AS_SOON_AS_POSSIBLE"),
        "calendar": (schedule.calendar_of(ours).name if ours.calendar is not None else None, theirs["calendar"]),
    }
    if ours.constraints:
        date: datetime | None = ours.constraints[0].date
        named["constraint date"] = (instant(date), theirs["constraint_date"])
    for name, value in stored(ours).items():
        expected = rounded(theirs[name]) if name == "total_float_min" else whole_minutes(theirs[name])
        named[name] = (value, expected)
    for name, pair in named.items():
        comparison.add(name, theirs["uid"], *pair)


def _is_explained(file: str, name: str, place: object, ours: object, theirs: object) -> bool:
    return (file, name) in OTHERWISE or (theirs is None and name in NOT_EXPECTED)


@pytest.mark.parametrize("path", ONE_PER_FORMAT, ids=lambda path: path.name)
def test_a_file_of_each_format_is_checked_on_the_command_line(mpxj: Installation, path: Path) -> None:
    ran = plumbline("check", str(path), "--format", "json")
    assert ran.exit_code in (0, 1), ran.errors
    assert_keeps_contract("check", ran.json)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_a_bad_file_is_refused_on_the_command_line(mpxj: Installation, path: Path) -> None:
    ran = plumbline("check", str(path))
    assert ran.exit_code == 2
    assert str(path) in ran.errors
    assert ran.errors.rstrip().endswith(".")


def test_no_file_is_forgotten() -> None:
    assert len(FILES) == 29
    assert len(ONE_PER_FORMAT) == len(FOLDERS)
