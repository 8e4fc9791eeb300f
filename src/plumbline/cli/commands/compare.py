"""plumbline compare"""

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.compare_formats import compare_json, compare_text
from plumbline.cli.compared import Compared, FailOn, compare_project, left_over, pairs
from plumbline.cli.complaints import complain
from plumbline.cli.reading import STANDARD_INPUT, only_project, read_plan, shown_name
from plumbline.engine.readers import Problem, UnreadableSchedule


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier plan file; '-' reads standard input.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later plan file; '-' reads standard input.")],
    format: Annotated[Format, typer.Option(help="How to print what was found.")] = Format.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="What makes the exit code 1.")] = FailOn.NONE,
    project: Annotated[str | None, typer.Option(help="Only the project of this name or id.")] = None,
    all: Annotated[bool, typer.Option("--all", help="List every change, not only the first few of a kind.")] = False,
) -> None:
    """Compare two versions of a plan: what changed, what looks wrong about it, what moved the finish.

    Exit code 0: compared. 1: there is what --fail-on names. 2: the input cannot be read.
    """
    try:
        compared = _compare(before, after, fail_on, project)
    except UnreadableSchedule as refusal:
        compared = Compared(
            before=shown_name(before), after=shown_name(after), fail_on=fail_on, problems=tuple(refusal.problems)
        )
        complain(map(str, refusal.problems))
    if format is Format.JSON:
        typer.echo(compare_json.document(compared))
    elif compared.projects:
        compare_text.show(compared, show_all=all)
        complain(map(str, compared.problems))
    raise typer.Exit(compared.exit_code)


def _compare(before: str, after: str, fail_on: FailOn, project: str | None) -> Compared:
    if before == after == STANDARD_INPUT:
        raise UnreadableSchedule(Problem("Standard input can be only one of the two plans. Name a file for the other."))
    earlier, later = read_plan(before), read_plan(after)
    wanted = only_project(later.schedules, project)
    found = pairs(earlier.schedules if project is None else only_project(earlier.schedules, project), wanted)
    places = shown_name(before), shown_name(after)
    projects = tuple(compare_project(*each, *places) for each in found)
    problems = [*earlier.problems, *later.problems, *(each for one in projects for each in one.obstacles)]
    if project is None:
        problems += left_over(earlier.schedules, [was for was, _ in found], places[0])
        problems += left_over(later.schedules, [now for _, now in found], places[1])
    return Compared(before=places[0], after=places[1], fail_on=fail_on, projects=projects, problems=tuple(problems))
