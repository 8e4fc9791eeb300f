"""plumbline show"""

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.complaints import complain, refuse
from plumbline.cli.reading import cannot_calculate, only_project, read_plan, shown_name
from plumbline.cli.show_formats import show_json, show_text
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.readers import UnreadableSchedule
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, LoopInSchedule, calculate


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan file; '-' reads standard input.")],
    format: Annotated[Format, typer.Option(help="How to print the plan.")] = Format.TEXT,
    project: Annotated[str | None, typer.Option(help="Only the project of this name or id.")] = None,
) -> None:
    """Show the dates and the float that follow from a plan's logic.

    Exit code 0: shown. 2: the input cannot be read, or its links form a loop.
    """
    try:
        file = read_plan(plan)
        calculated = [_calculated(each, plan) for each in only_project(file.schedules, project)]
    except UnreadableSchedule as refusal:
        if format is Format.JSON:
            typer.echo(show_json.document(shown_name(plan), None, [], refusal.problems))
        raise refuse(*map(str, refusal.problems)) from refusal
    if format is Format.JSON:
        typer.echo(show_json.document(shown_name(plan), file.format, calculated, file.problems))
    else:
        show_text.show(calculated)
        complain(map(str, file.problems))


def _calculated(schedule: Schedule, plan: str) -> tuple[Schedule, Calculation]:
    try:
        return schedule, calculate(schedule)
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        raise UnreadableSchedule(cannot_calculate(schedule, reason, shown_name(plan))) from reason
