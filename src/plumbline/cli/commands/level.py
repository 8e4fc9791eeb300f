"""plumbline level"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.compiled import levelling_machine
from plumbline.cli.complaints import complain
from plumbline.cli.exits import ExitCode
from plumbline.cli.level_formats import level_json, level_text
from plumbline.cli.level_wishes import sharing_of, wishes_of
from plumbline.cli.levelled import LevelledFiles, Wanted, doubts, level_files, plans_in
from plumbline.cli.reading import bytes_of, placed, read_plan, shown_name
from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.optimisation.levelling import CannotLevel, Objective, Proof
from plumbline.engine.optimisation.levelling.lag_instances import EXTENSION, read_lag_instance
from plumbline.engine.optimisation.levelling.lags import LagAnswer, LagProblem, NoSolver, check_lags, solve_lags
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.schedule.calculate import LoopInSchedule


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    plans: Annotated[list[str], typer.Argument(metavar="PLAN...", help="Plan files; they share resources by name.")],
    seconds: Annotated[float, typer.Option(min=0.1, max=86_400, help="How long to search.")] = 10,
    seed: Annotated[int, typer.Option(min=0, max=2_000_000_000, help="Another seed, another search.")] = 0,
    generations: Annotated[
        int | None, typer.Option(min=0, max=1_000_000, help="Search so many generations, however long it takes.")
    ] = None,
    objective: Annotated[Objective, typer.Option(help="What is to be as small as can be.")] = Objective.MAKESPAN,
    due: Annotated[list[str] | None, typer.Option(metavar="PROJECT=DATE", help="When a project is due.")] = None,
    priority: Annotated[
        list[str] | None, typer.Option(metavar="PROJECT=NUMBER", help="How much a day of its tardiness counts; 1.")
    ] = None,
    pool: Annotated[
        list[str] | None, typer.Option(metavar="POOL=NAME,NAME", help="Resources that stand in for each other.")
    ] = None,
    person: Annotated[
        list[str] | None, typer.Option(metavar="PERSON=SKILL,SKILL", help="What somebody can do, in the plans' words.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print the result.")] = Format.TEXT,
    all: Annotated[bool, typer.Option("--all", help="List every move, not only the first ones.")] = False,
) -> None:
    """Give plans that share people dates at which there is enough of everybody. No plan is changed.

    Reads plan files and instances of the literature (.sm, .rcp, and .sch with maximal lags).
    Exit code 0: levelled. 1: no schedule exists, or none was found. 2: the input cannot be read or levelled.
    """
    wanted = Wanted(objective, seconds, seed, generations)
    names = [shown_name(each) for each in plans]
    try:
        if len(plans) == 1 and plans[0].lower().endswith(EXTENSION):
            raise typer.Exit(_level_lags(plans[0], wanted, format))
        files = [read_plan(each) for each in plans]
        every, of_file, _ = plans_in(files)
        wishes = wishes_of(every, [names[place] for place in of_file], due or [], priority or [])
        levelled = level_files(files, wishes, sharing_of(pool or [], person or []), wanted, levelling_machine())
    except UnreadableSchedule as refusal:
        raise _refuse(names, wanted, format, refusal.problems) from refusal
    except (CannotLevel, LoopInSchedule, OutOfWorkingTime, NoSolver) as reason:
        raise _refuse(names, wanted, format, (Problem(str(reason)),)) from reason
    problems = [each for file in files for each in file.problems] + doubts(levelled, files)
    _print(names, wanted, format, levelled, problems, all)
    raise typer.Exit(ExitCode.FAILED if levelled.result.broken else ExitCode.CLEAN)


def _print(
    names: list[str],
    wanted: Wanted,
    format: Format,
    levelled: LevelledFiles,
    problems: list[Problem],
    show_all: bool,
) -> None:
    if format is Format.JSON:
        typer.echo(level_json.document(names, wanted, levelled, problems))
    else:
        level_text.show(levelled, show_all=show_all)
        complain(map(str, problems))


def _refuse(names: list[str], wanted: Wanted, format: Format, problems: tuple[Problem, ...]) -> typer.Exit:
    complain(map(str, problems))
    if format is Format.JSON:
        typer.echo(level_json.refusal(names, wanted, problems))
    return typer.Exit(ExitCode.UNREADABLE)


def _level_lags(path: str, wanted: Wanted, format: Format) -> ExitCode:
    name = shown_name(path)
    try:
        problem = read_lag_instance(bytes_of(path))
    except UnreadableSchedule as refusal:
        raise UnreadableSchedule(*placed(name, refusal.problems)) from refusal
    answer = solve_lags(problem, Proof(seconds=wanted.seconds, seed=wanted.seed))
    broken = check_lags(problem, answer.starts) if answer.starts else []
    if broken:
        complain(broken)
        return ExitCode.FAILED
    _print_lags(path, wanted, format, problem, answer)
    return ExitCode.CLEAN if answer.starts else ExitCode.FINDINGS


def _print_lags(path: str, wanted: Wanted, format: Format, problem: LagProblem, answer: LagAnswer) -> None:
    found = (Problem(answer.why),) if answer.why else ()
    if format is Format.JSON:
        typer.echo(level_json.of_lags(shown_name(path), wanted, problem, answer, found))
    else:
        level_text.show_lags(answer)
