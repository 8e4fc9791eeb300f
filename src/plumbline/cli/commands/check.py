"""plumbline check"""

from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from typing import Annotated

import typer

from plumbline.cli.check_formats import check_json, check_sarif, check_text
from plumbline.cli.checked import Checked, check_project
from plumbline.cli.complaints import complain
from plumbline.cli.promise import beside_promise, same_project
from plumbline.cli.reading import only_project, read_plan, shown_name
from plumbline.cli.standards import DEFAULT, standard_named
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.schedule import Schedule
from plumbline.engine.standard import InvalidStandard


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


class By(StrEnum):
    FAMILY = "family"
    PRACTICE = "practice"


class FailOn(StrEnum):
    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"
    NONE = "none"


def command(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan file; '-' reads standard input.")],
    standard: Annotated[str, typer.Option(help="A standard of the library, or the folder of one.")] = DEFAULT,
    baseline: Annotated[str | None, typer.Option(metavar="FILE", help="The plan that was promised.")] = None,
    previous: Annotated[str | None, typer.Option(metavar="FILE", help="The version of the plan before.")] = None,
    format: Annotated[Format, typer.Option(help="How to print what was found.")] = Format.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="The lowest severity that makes the exit code 1.")] = FailOn.MINOR,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Judge as of this day [default: the data date].")
    ] = None,
    project: Annotated[str | None, typer.Option(help="Only the project of this name or id.")] = None,
    by: Annotated[By, typer.Option(help="Sort results by family of rules or by best practice (GAO).")] = By.FAMILY,
    all: Annotated[bool, typer.Option("--all", help="List every offender, not only the first few.")] = False,
) -> None:
    """Check a plan against a standard.

    Exit code 0: clean. 1: findings at or above --fail-on. 2: the input cannot be read.
    """
    try:
        checked = _check(plan, standard, baseline, previous, fail_on, as_of, project)
    except (UnreadableSchedule, InvalidStandard) as refusal:
        problems = tuple(Problem(each.message, each.place) for each in refusal.problems)
        checked = Checked(file=shown_name(plan), fail_on=fail_on, problems=problems)
        complain(map(str, problems))
    _print(checked, format, show_all=all, by_practice=by is By.PRACTICE)
    raise typer.Exit(checked.exit_code)


def _check(
    plan: str,
    standard_name: str,
    baseline: str | None,
    previous: str | None,
    fail_on: str,
    as_of: datetime | None,
    project: str | None,
) -> Checked:
    standard = standard_named(standard_name)
    file = read_plan(plan)
    schedules, problems = only_project(file.schedules, project), file.problems
    versions: tuple[Schedule, ...] = ()
    if previous is not None:
        before = read_plan(previous)
        versions, problems = (
            tuple(same_project(each, before.schedules) for each in schedules),
            problems + before.problems,
        )
    if baseline is not None:
        promised = read_plan(baseline)
        schedules, problems = beside_promise(schedules, promised, baseline), problems + promised.problems
        versions = beside_promise(versions, promised, baseline)
    projects = tuple(
        check_project(each, standard, place=shown_name(plan), as_of=as_of, previous=version)
        for each, version in zip_longest(schedules, versions)
    )
    return Checked(
        file=shown_name(plan),
        format=file.format,
        fail_on=fail_on,
        standard=standard,
        problems=problems + tuple(each.obstacle for each in projects if each.obstacle),
        projects=projects,
    )


def _print(checked: Checked, format: Format, *, show_all: bool, by_practice: bool) -> None:
    if format is Format.JSON:
        typer.echo(check_json.document(checked, by_practice=by_practice))
    elif format is Format.SARIF:
        typer.echo(check_sarif.document(checked))
    elif checked.projects:
        check_text.show(checked, show_all=show_all, by_practice=by_practice)
