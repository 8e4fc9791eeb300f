"""Real plan files are read as another program read them, field by field."""

from collections import Counter
from pathlib import Path

import pytest

from conftest import REAL_DATA
from engine.readers.expected import (
    JSON,
    Comparison,
    beside,
    calendar,
    constraint,
    instant,
    links,
    load,
    rounded,
    stored,
    whole_minutes,
)
from plumbline.engine.readers import read
from plumbline.engine.schedule import Activity, Dialect, Schedule

pytestmark = pytest.mark.real_data

SCHEDULES = REAL_DATA / "schedules"
OF_TOOLS = sorted(
    str(each.relative_to(SCHEDULES))
    for pattern in ("xer/*.xer", "mspdi/*.xml", "pmxml/*")
    for each in SCHEDULES.glob(pattern)
)
GENERATED = sorted(
    each.name
    for each in (SCHEDULES / "generated").glob("*")
    if each.name.removesuffix(".gz").endswith((".xer", ".xml"))
)

BY_PERCENT_TYPE = "physical and units percent are shown for activities that are measured that way"
NUMBERS_WITH_A_COMMA = (
    "70,583333 hours are no number for the other program; of the rest it makes the hours between the dates, "
    "which for one activity are a day less than the hours it has"
)
CONTRADICTORY = "an actual finish of a task that is not complete is not believed"


@pytest.mark.parametrize("path", OF_TOOLS)
def test_a_file_of_a_planning_tool_is_read_as_another_program_reads_it(path: str):
    file = read((SCHEDULES / path).read_bytes(), path)
    content = load(SCHEDULES / "expected" / f"{path}.json")
    comparison = Comparison()
    for schedule, project in zip(file.schedules, _planned(content), strict=True):
        _compare_project(comparison, schedule, project)
        for ours, theirs in _pairs(path, schedule, project):
            if not str(ours.uid).startswith("wbs-"):
                _compare_activity(comparison, schedule, ours, theirs)
    unexplained = [each for each in comparison.differences if not _explained(path, each[0])]
    print(f"{path}: {sum(comparison.compared.values())} values, {len(comparison.differences)} differ")
    assert unexplained == []


def _planned(content: JSON) -> list[JSON]:
    """Without the projects of which only one activity is there, because a link goes to it."""
    return [each for each in content["projects"] if each["name"] is not None]


def _pairs(path: str, schedule: Schedule, project: JSON) -> list[tuple[Activity, JSON]]:
    """In the order of the file; the other program sorts an XML by itself.

    P6 leaves the project itself out of the WBS of an XML; we put it back, as it is in the XER.
    """
    if not path.startswith("pmxml"):
        return list(zip(schedule.activities, project["activities"], strict=True))
    assert schedule.activities[0].uid != project["activities"][0]["uid"]
    theirs = {f"wbs-{each['uid']}" if each["summary"] else each["uid"]: each for each in project["activities"]}
    assert {each.uid for each in schedule.activities[1:]} == set(theirs)
    return [(each, theirs[each.uid]) for each in schedule.activities[1:]]


def _compare_project(comparison: Comparison, schedule: Schedule, project: JSON) -> None:
    comparison.add("name", "project", schedule.name, project["name"])
    comparison.add("data date", "project", instant(schedule.data_date), project["status_date"])
    comparison.add("calendars", "project", len(schedule.calendars), project["calendars"])
    theirs = Counter((each["from"], each["to"], each["type"], round(each["lag_min"])) for each in project["links"])
    comparison.add("links", "project", links(schedule), theirs)


def _compare_activity(comparison: Comparison, schedule: Schedule, ours: Activity, theirs: JSON) -> None:
    named = {
        "uid": (ours.uid, theirs["uid"]),
        "id": (ours.id, theirs["id"]),
        "summary": (ours.is_summary, theirs["summary"]),
        "milestone": (ours.is_milestone, theirs["milestone"]),
        "duration": (ours.duration, rounded(theirs["duration_min"])),
        "remaining": (ours.remaining, rounded(theirs["remaining_min"])),
        "actual start": (instant(ours.actual_start), theirs["actual_start"]),
        "actual finish": (instant(ours.actual_finish), theirs["actual_finish"]),
        "start": (instant(ours.actual_start or ours.planned_start), theirs["start"]),
        "percent": (ours.percent_complete, theirs["percent_complete"]),
        "constraint": (constraint(ours) or "AS_SOON_AS_POSSIBLE", theirs["constraint"] or "AS_SOON_AS_POSSIBLE"),
        "calendar": (schedule.calendar_of(ours).name if ours.calendar is not None else None, theirs["calendar"]),
    }
    if ours.constraints:
        named["constraint date"] = (instant(ours.constraints[0].date), theirs["constraint_date"])
    for name, value in stored(ours).items():
        expected = rounded(theirs[name]) if name == "total_float_min" else whole_minutes(theirs[name])
        named[name] = (value, expected)
    for name, pair in named.items():
        comparison.add(name, theirs["uid"], *pair)


def _explained(path: str, name: str) -> str | None:
    """Where we read on purpose otherwise than the other program, and why."""
    if path.startswith("pmxml") and name == "total_float_min":
        return "an XML of P6 keeps no float; the other program calculates it"
    reasons = {
        ("pmxml/PrimaveraProject.xml", "duration"): NUMBERS_WITH_A_COMMA,
        ("pmxml/PrimaveraProject.xml", "remaining"): NUMBERS_WITH_A_COMMA,
        ("xer/percent-complete-8.4.xer", "percent"): BY_PERCENT_TYPE,
        ("xer/encoding1251.xer", "percent"): BY_PERCENT_TYPE,
        ("pmxml/percent-complete-8.4.pmxml", "percent"): BY_PERCENT_TYPE,
        ("mspdi/not updated.xml", "actual start"): CONTRADICTORY,
        ("mspdi/not updated.xml", "actual finish"): CONTRADICTORY,
        ("xer/PredecessorCalendar.xer", "total_float_min"): "the file leaves the float of a complete activity empty",
        ("xer/ProjectDefaultCalendar.xer", "total_float_min"): "the file leaves the float of a complete activity empty",
    }
    return reasons.get((path, name))


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_plan_is_read_as_another_program_reads_it(name: str):
    path = SCHEDULES / "generated" / name
    file = read(path.read_bytes(), name)
    content = load(beside(path))
    (schedule,) = file.schedules
    comparison = Comparison()
    _compare_generated_project(comparison, schedule, content)
    for theirs in content["activities"]:
        _compare_generated_activity(comparison, schedule, theirs)
    print(f"{name}: {sum(comparison.compared.values())} values, {len(comparison.differences)} differ")
    assert [each for each in comparison.differences if not _has_a_gap(schedule, *each)] == []
    assert file.problems == ()


def _compare_generated_project(comparison: Comparison, schedule: Schedule, content: JSON) -> None:
    project = content["project"]
    comparison.add("name", "project", schedule.name, project["name"])
    comparison.add("start", "project", instant(schedule.start), project["schedule_start_argument"])
    comparison.add("data date", "project", instant(schedule.data_date), project["data_date"])
    comparison.add("must finish by", "project", instant(schedule.must_finish_by), project["must_finish_by"])
    comparison.add("default calendar", "project", schedule.default_calendar, project["default_calendar"])
    comparison.add("activities", "project", len(schedule.activities), len(content["activities"]))
    comparison.add("links", "project", links(schedule), Counter(tuple(each) for each in content["links"]))
    ours = Counter((each.activity, each.resource) for each in schedule.assignments)
    comparison.add("assignments", "project", ours, Counter((each[0], each[1]) for each in content["assignments"]))
    for theirs in content["calendars"]:
        expected = {"week": theirs["week"], "exceptions": sorted(theirs["exceptions"], key=lambda each: each["from"])}
        comparison.add("calendar", theirs["uid"], calendar(schedule.calendar_by_uid[theirs["uid"]]), expected)


def _compare_generated_activity(comparison: Comparison, schedule: Schedule, theirs: JSON) -> None:
    is_wbs = schedule.dialect is Dialect.P6 and theirs.get("summary")
    ours = schedule.activity_by_uid[f"wbs-{theirs['uid']}" if is_wbs else theirs["uid"]]
    comparison.add("name", ours.uid, ours.name, theirs["name"])
    parent = theirs["parent"]
    above = f"wbs-{parent}" if schedule.dialect is Dialect.P6 and parent is not None else parent
    comparison.add("parent", ours.uid, ours.parent, above)
    if theirs.get("summary"):
        comparison.add("summary", ours.uid, ours.is_summary, True)
        return
    remaining = theirs.get("remaining_min")
    named = {
        "milestone": (ours.is_milestone, theirs["milestone"]),
        "calendar": (schedule.calendar_of(ours).uid, theirs["calendar"]),
        "duration": (ours.duration, theirs["duration_min"]),
        "remaining": (ours.remaining, remaining or 0),
        "percent": (round(ours.percent_complete, 4), max(0, round(theirs["percent_complete"], 4))),
        "actual start": (instant(ours.actual_start), theirs.get("actual_start")),
        "actual finish": (instant(ours.actual_finish), theirs.get("actual_finish")),
        "constraint": (constraint(ours) or "", _constraint(theirs)),
        "deadline": (instant(ours.deadline), theirs.get("deadline")),
        **{name: (value, theirs[name]) for name, value in stored(ours).items() if value is not None},
    }
    if schedule.dialect is Dialect.MSP:
        baseline = ours.baseline
        named["baseline start"] = (instant(baseline.start) if baseline else None, theirs.get("baseline_start"))
        named["baseline finish"] = (instant(baseline.finish) if baseline else None, theirs.get("baseline_finish"))
    for name, pair in named.items():
        comparison.add(name, ours.uid, *pair)


def _constraint(theirs: JSON) -> str:
    kind = theirs.get("constraint") or ""
    return "" if kind == "AS_SOON_AS_POSSIBLE" else kind


def _has_a_gap(schedule: Schedule, name: str, uid: int | str, ours: int, theirs: int) -> bool:
    """Between the work done and the work left: the other program counts the gap as duration, P6 does not."""
    if name != "duration" or schedule.dialect is not Dialect.P6:
        return False
    activity = schedule.activity_by_uid[uid]
    resumes = activity.stored.early_start if activity.stored else None
    is_later = bool(resumes and schedule.data_date and resumes > schedule.data_date)
    return activity.is_started and not activity.is_complete and is_later and ours < theirs


def test_no_readable_file_is_forgotten():
    assert len(OF_TOOLS) == 12
    assert len(GENERATED) == len(list(Path(SCHEDULES / "generated").glob("*.expected.json*")))
