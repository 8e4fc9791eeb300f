"""What ``plumbline compare`` prints of every kind of change."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.plan_files import SOUND, with_a_lead_before, xer
from cli.running import plumbline
from engine.schedule.nets import ALWAYS, DAY, OFFICE, constraint, day, net
from plumbline.cli.compare_formats import compare_json, compare_text
from plumbline.cli.compared import Compared, ComparedProject, FailOn, compare_project, pairs
from plumbline.engine.comparison import ChangeKind
from plumbline.engine.readers import UnreadableSchedule
from plumbline.engine.schedule import (
    ActivityKind,
    Assignment,
    Baseline,
    ConstraintKind,
    LagCalendar,
    Resource,
    Schedule,
    ScheduleOptions,
)

SUMMARY = {"kind": ActivityKind.SUMMARY}
BEGUN = {"actual_start": day(0), "remaining": DAY, "percent_complete": 50.0, "baseline": Baseline(day(0), day(2))}
BEFORE = net(
    {"S": 0, "A": 2, "B": 3, "C": 4},
    "A-B FS, B-C FS",
    changes={"S": SUMMARY, "A": BEGUN, "B": {"budget": 5.0}},
    resources=(Resource("r", "Crane"),),
    assignments=(Assignment("A", "r", work=60),),
)
AFTER = net(
    {"S": 0, "A": 2, "B": 4, "D": 1},
    "A-B SS+1, B-D FS",
    changes={
        "S": SUMMARY,
        "A": BEGUN
        | {"actual_start": day(1), "percent_complete": 60.0, "parent": "S", "baseline": Baseline(day(0), day(9))},
        "B": {"name": "Beam", "budget": 6.0, "planned_start": day(3)} | constraint(ConstraintKind.MUST_START_ON, 8),
    },
    calendars=(ALWAYS, replace(OFFICE, week=(*OFFICE.week[:5], OFFICE.week[0], ()))),
    resources=(Resource("r", "Crane"),),
    assignments=(Assignment("A", "r", work=90),),
    options=ScheduleOptions(lag_calendar=LagCalendar.ALWAYS),
)
LOOP = net({"A": 2, "B": 3}, "A-B FS, B-A FS")


def compared(project: ComparedProject, fail_on: FailOn = FailOn.NONE) -> Compared:
    return Compared(before="one.xer", after="two.xer", fail_on=fail_on, projects=(project,))


def project(before: Schedule = BEFORE, after: Schedule = AFTER) -> ComparedProject:
    return compare_project(before, after, "one.xer", "two.xer")


def test_every_kind_of_change_keeps_the_contract_of_the_json() -> None:
    document = json.loads(compare_json.document(compared(project())))
    assert_keeps_contract("compare", document)
    assert set(document["projects"][0]["summary"]["kinds"]) == set(ChangeKind)


def test_every_kind_of_change_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    compare_text.show(compared(project()), show_all=True)
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for wanted in (
        "+ D  D",
        "- C  C",
        "~ A SS+3d B, was FS",
        "~ B  Beam: constraints none -> must start on 9 Jan 2026",
        "~ A  A: actual start 1 Jan 2026 -> 2 Jan 2026",
        "~ A  A: baseline finish 3 Jan 2026 -> 10 Jan 2026",
        "~ calendar Office: working time 174.12 hours a month -> 208.81 hours a month",
        "- calendar Nights",
        "~ assignment A  Crane: work 1 hours -> 1.5 hours",
        "~ plan: lag calendar predecessor -> 24 hours",
    ):
        assert wanted in lines, lines


def test_long_lists_are_cut_and_can_be_had_in_full(tmp_path: Path) -> None:
    plans = (xer(("LINE", [*SOUND[:1], *[replace(SOUND[1], hours=each)] * 9, SOUND[-1]])) for each in (40, 80))
    files = [tmp_path / name for name in ("one.xer", "two.xer")]
    for file, plan in zip(files, plans, strict=True):
        file.write_bytes(plan)
    assert "and 4 more; --all lists them" in plumbline("compare", *map(str, files)).output
    assert "--all lists them" not in plumbline("compare", *map(str, files), "--all").output


def test_a_plan_with_a_loop_is_compared_without_its_finish(capsys: pytest.CaptureFixture[str]) -> None:
    found = project(LOOP, BEFORE)
    compare_text.show(compared(found), show_all=False)
    assert "it is not known how far it moved" in capsys.readouterr().out
    assert_keeps_contract("compare", json.loads(compare_json.document(compared(found))))
    assert "form a loop" in found.obstacles[0].message
    codes = [compared(found, each).exit_code for each in (FailOn.NONE, FailOn.SUSPICIONS)]
    assert codes == [0, 1]


def test_projects_are_paired_by_id_and_then_by_name() -> None:
    north, south, renamed = (replace(BEFORE, id=id, name=name) for id, name in (("N", "a"), ("S", "b"), ("N", "c")))
    nameless = replace(BEFORE, id="", name="b")
    assert pairs((north, south), (south, renamed)) == [(south, south), (north, renamed)]
    assert pairs((nameless, north), (replace(south, id="X"),)) == [(nameless, replace(south, id="X"))]
    assert pairs((north,), (south,)) == [(north, south)], "one project each is the same project"
    with pytest.raises(UnreadableSchedule, match="no project in common"):
        pairs((north, south), (replace(BEFORE, id="E"),))


def test_one_project_of_two_files_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "two.xer"
    file.write_bytes(xer(("NORTH", SOUND), ("SOUTH", with_a_lead_before("Test the signals", 8))))
    found = plumbline("compare", str(file), str(file), "--project", "SOUTH", "--format", "json")
    assert [each["name"] for each in found.json["projects"]] == ["SOUTH"]
    assert found.json["problems"] == []


def test_standard_input_holds_one_plan_only() -> None:
    refused = plumbline("compare", "-", "-")
    assert refused.exit_code == 2
    assert "only one of the two plans" in refused.errors
