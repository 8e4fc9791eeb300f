"""plumbline select"""

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.complaints import complain
from plumbline.cli.select_formats import select_json, select_text
from plumbline.cli.selected import Wanted, unreadable, work_out
from plumbline.engine.optimisation.selection import Effort, SolverMissing
from plumbline.engine.optimisation.selection.unreadable import UnreadableSelection


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Candidates and limits, as YAML, JSON or CSV.")],
    format: Annotated[Format, typer.Option(help="How to print what was chosen.")] = Format.TEXT,
    seconds: Annotated[float, typer.Option(min=0.1, max=3600, help="How long to look for the best choice.")] = 30.0,
    gap: Annotated[float, typer.Option(min=0, max=1, help="How far from the best is good enough; 0.01 is 1 %.")] = 0.0,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Several are quicker, and may choose differently.")] = 1,
    why: Annotated[list[str] | None, typer.Option(help="What the choice would be with this one turned round.")] = None,
    frontier: Annotated[int, typer.Option(min=0, max=100, help="Levels of budget to choose for, 20 is usual.")] = 0,
) -> None:
    """Choose the projects that are worth most within budgets, capacities and rules, and say why each is in or out.

    Exit code 0: chosen. 1: no choice keeps all limits. 2: the file cannot be read, or OR-tools is needed.
    """
    try:
        wanted = Wanted(Effort(seconds, gap, workers), None if why is None else tuple(why), frontier)
        selected = work_out(file, wanted)
    except UnreadableSelection as refusal:
        selected = unreadable(file, refusal.problems)
    except SolverMissing as missing:
        selected = unreadable(file, (str(missing),))
    complain(map(str, selected.problems))
    if format is Format.JSON:
        typer.echo(select_json.document(selected))
    elif selected.choice is not None:
        select_text.show(selected)
    raise typer.Exit(selected.exit_code)
