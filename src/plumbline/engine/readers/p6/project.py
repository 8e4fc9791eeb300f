"""One project of a P6 file put together from its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from plumbline.engine.calendars import WorkCalendar
from plumbline.engine.readers.p6.activities import ActivityReader
from plumbline.engine.readers.p6.links import links_by_project, project_of_each_activity
from plumbline.engine.readers.p6.outline import outline
from plumbline.engine.readers.p6.records import FileParts, LinkRecord, ProjectParts
from plumbline.engine.readers.p6.resources import assignments_of, budgets_of, resources_of
from plumbline.engine.readers.p6.responsible import Responsible
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Activity, Dialect, Link, Schedule, Uid


def plan_file(
    kind: str, file: FileParts, projects: list[ProjectParts], links: Iterable[LinkRecord], problems: Problems
) -> PlanFile:
    """The projects of a file of the format ``kind``, in their order. Raises UnreadableSchedule, InvalidSchedule."""
    within, between = links_by_project(links, project_of_each_activity(projects), problems)
    schedules = tuple(_schedule(file, each, within.get(each.uid, []), problems) for each in projects)
    return PlanFile(kind, schedules, problems.as_tuple(), between)


def _schedule(file: FileParts, project: ProjectParts, links: list[Link], problems: Problems) -> Schedule:
    calendars = _calendars_of(file, project)
    default_calendar = _default_calendar(file, project, calendars, problems)
    responsible = Responsible(file, project)
    reader = ActivityReader(
        calendars,
        default_calendar,
        project.data_date,
        project.uses_expected_finish,
        project.wbs,
        budgets_of(project.assignments, project.expenses),
        project.baseline,
        responsible.for_activity,
        problems,
    )
    activities = tuple(outline(project.wbs, project.tasks, reader.read, responsible.for_wbs, problems))
    assignments = tuple(assignments_of(project.assignments, {each.uid for each in project.tasks}))
    return Schedule(
        uid=project.uid,
        id=project.id,
        name=project.name or project.id or f"Project {project.uid}",
        dialect=Dialect.P6,
        start=_start(project, activities),
        data_date=project.data_date,
        must_finish_by=project.must_finish_by,
        calendars=tuple(calendars.values()),
        default_calendar=default_calendar,
        activities=activities,
        links=tuple(links),
        resources=tuple(resources_of(file, assignments, calendars, project.data_date)),
        assignments=assignments,
        options=replace(project.options, minutes_per_day=calendars[default_calendar].minutes_per_day),
        currency=file.currency,
    )


def _calendars_of(file: FileParts, project: ProjectParts) -> dict[Uid, WorkCalendar]:
    """Global calendars, the project's own, and whatever its activities and the resources use."""
    used = {each.calendar for each in project.tasks} | {each.calendar for each in file.resources} | {project.calendar}
    return {
        uid: each.calendar
        for uid, each in file.calendars.items()
        if uid in used or each.project == project.uid or (each.project is None and not each.is_of_resource)
    }


def _default_calendar(
    file: FileParts, project: ProjectParts, own: Mapping[Uid, WorkCalendar], problems: Problems
) -> Uid:
    if project.calendar is not None and project.calendar in own:
        return project.calendar
    marked = (uid for uid in own if file.calendars[uid].is_default)
    fallback = next(marked, next(iter(own), None))
    if fallback is None:
        raise UnreadableSchedule(
            Problem(
                "The file has no calendar with working time, so no date can be worked out. Export the whole project.",
                project.source.place,
            )
        )
    problems.add(
        "projects without a calendar",
        f"The project names no calendar that is in the file; '{own[fallback].name}' was taken.",
        project.source.place,
    )
    return fallback


def _start(project: ProjectParts, activities: Iterable[Activity]) -> datetime:
    start = project.start or project.data_date
    if start is not None:
        return start
    starts = [each.planned_start for each in activities if each.planned_start is not None]
    if not starts:
        raise project.source.refusal(
            "neither the project nor any of its activities has a start date. Schedule it in P6 and export it again."
        )
    return min(starts)
