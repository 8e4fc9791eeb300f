"""plumbline convert"""

from typing import Annotated

import typer

from plumbline.cli.complaints import complain, refuse
from plumbline.cli.reading import only_project, read_plan
from plumbline.cli.writing import STANDARD_OUTPUT, Unwritable, put
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, LoopInSchedule, calculate
from plumbline.engine.writers import UnknownFormat, packed, write, writer_for


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan file; '-' reads standard input.")],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="The file to write; '-' is standard output.")],
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="mspdi, csv, xlsx or plan_document (as TARGET ends, unless given)."),
    ] = None,
    project: Annotated[str | None, typer.Option(help="The project of this name or id, of several.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite TARGET if it exists.")] = False,
) -> None:
    """Write a plan in another format, and say what that format cannot hold.

    Exit code 0: written. 2: the input cannot be read, or the file cannot be written.
    """
    try:
        format = to or _format_of(target)
        file = read_plan(plan)
        schedule = _only_one(only_project(file.schedules, project))
        written = write(schedule, format, _calculation(schedule))
        content = packed(written.content) if target.lower().endswith(".gz") else written.content
        put(content, target, force=force)
    except UnreadableSchedule as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    except (UnknownFormat, Unwritable) as refusal:
        raise refuse(str(refusal)) from refusal
    complain(map(str, file.problems))
    name = "the output" if target == STANDARD_OUTPUT else target
    complain(f"not in {name}: {each}" for each in written.losses)


def _format_of(target: str) -> str:
    if target == STANDARD_OUTPUT:
        raise UnknownFormat("Standard output has no ending that tells the format. Name it with --to.")
    return writer_for(target)


def _only_one(schedules: tuple[Schedule, ...]) -> Schedule:
    if len(schedules) > 1:
        names = ", ".join(each.id or each.name for each in schedules)
        raise UnreadableSchedule(Problem(f"The file holds several projects. Choose one with --project: {names}."))
    return schedules[0]


def _calculation(schedule: Schedule) -> Calculation | None:
    """A plan that cannot be calculated can still be converted."""
    try:
        return calculate(schedule)
    except (LoopInSchedule, OutOfWorkingTime):
        return None
