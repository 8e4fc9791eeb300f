"""One project of a PMXML file, and the baseline it has now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plumbline.engine.readers.p6 import values
from plumbline.engine.readers.p6.records import (
    AssignmentRecord,
    ExpenseRecord,
    ProjectParts,
    TaskRecord,
    WbsRecord,
)
from plumbline.engine.readers.p6.resources import budgets_of
from plumbline.engine.readers.pmxml.elements import Element
from plumbline.engine.readers.pmxml.parts import options_of
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Baseline, Uid


@dataclass
class Contents:
    """What was in a project, or in a baseline of one. A project that is only referred to has nothing planned."""

    wbs: list[WbsRecord] = field(default_factory=list)
    tasks: list[TaskRecord] = field(default_factory=list)
    assignments: list[AssignmentRecord] = field(default_factory=list)
    expenses: list[ExpenseRecord] = field(default_factory=list)
    primary_resources: dict[Uid, Uid] = field(default_factory=dict)
    options: Element | None = None
    is_planned: bool = False


def project_parts(project: Element, inside: Contents) -> ProjectParts:
    options = inside.options
    wbs, tasks = inside.wbs, [*_with_primary_resource(inside)]
    top = values.wbs_uid(project.raw("WBSObjectId"))
    if top is not None and all(each.uid != top for each in wbs):
        wbs, tasks = _under_the_project(project, top, wbs, tasks)
    return ProjectParts(
        source=project.spot,
        uid=project.needed_uid("ObjectId"),
        id=project.name("Id"),
        name=project.name("Name"),
        start=project.instant("PlannedStartDate"),
        data_date=project.instant("DataDate"),
        must_finish_by=project.instant("MustFinishByDate"),
        calendar=project.uid("ActivityDefaultCalendarObjectId"),
        obs=project.uid("OBSObjectId"),
        options=options_of(project, options),
        uses_expected_finish=options is None or options.text("UseExpectedFinishDates") != "0",
        wbs={each.uid: each for each in wbs},
        tasks=tasks,
        assignments=inside.assignments,
        expenses=inside.expenses,
    )


def add_baseline(
    project: ProjectParts, current: Uid | None, baselines: Mapping[Uid, Contents], problems: Problems
) -> ProjectParts:
    """Its activities are those of the project by their id; in the file they have uids of their own."""
    if current is None:
        return project
    if current not in baselines:
        problems.add(
            "baselines that are missing",
            "The project has a current baseline, but it is not in the file. Tick its baselines when you export it.",
            project.source.place,
        )
        return project
    inside = baselines[current]
    budgets = budgets_of(inside.assignments, inside.expenses)
    baseline = {
        each.code: Baseline(each.planned_start, each.planned_finish, each.planned_duration, budgets.get(each.uid))
        for each in inside.tasks
        if each.code
    }
    return replace(project, baseline=baseline)


def _with_primary_resource(inside: Contents) -> Iterable[TaskRecord]:
    """P6 says it at the activity, some other programs only at the assignment."""
    for each in inside.tasks:
        marked = inside.primary_resources.get(each.uid) if each.primary_resource is None else None
        yield each if marked is None else each._replace(primary_resource=marked)


def _under_the_project(
    project: Element, top: Uid, wbs: list[WbsRecord], tasks: list[TaskRecord]
) -> tuple[list[WbsRecord], list[TaskRecord]]:
    """P6 leaves out the top of the WBS, which is the project itself; in an XER it is there."""
    root = WbsRecord(project.spot, top, None, project.name("Id"), project.name("Name"), 0.0, project.uid("OBSObjectId"))
    below = [each if each.parent is not None else each._replace(parent=top) for each in wbs]
    return [root, *below], [each if each.wbs is not None else each._replace(wbs=top) for each in tasks]
