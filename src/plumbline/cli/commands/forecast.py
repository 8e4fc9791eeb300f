"""plumbline forecast"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.complaints import complain, refuse
from plumbline.cli.forecast_formats import forecast_json, forecast_text
from plumbline.cli.forecasted import Wanted, forecasted
from plumbline.cli.reading import shown_name
from plumbline.engine.forecast import Shape
from plumbline.engine.forecast.simulate import MOST_ITERATIONS
from plumbline.engine.readers import UnreadableSchedule


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class Distribution(StrEnum):
    PERT = "pert"
    TRIANGULAR = "triangular"


_SHAPES = {Distribution.PERT: Shape.PERT, Distribution.TRIANGULAR: Shape.TRIANGULAR}


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN", help="The plan file, or a CSV network; '-' reads standard input.")
    ],
    iterations: Annotated[
        int, typer.Option(min=1, max=MOST_ITERATIONS, help="How often the plan is calculated.")
    ] = 5_000,
    seed: Annotated[int, typer.Option(min=0, max=(1 << 63) - 1, help="The same seed gives the same result.")] = 1,
    format: Annotated[Format, typer.Option(help="How to print the forecast.")] = Format.TEXT,
    low: Annotated[
        float | None, typer.Option(min=0, max=100, help="Least duration in % of the planned one [default: 90].")
    ] = None,
    high: Annotated[
        float | None, typer.Option(min=100, max=1_000, help="Longest duration in % of the planned one [default: 130].")
    ] = None,
    distribution: Annotated[Distribution, typer.Option(help="What lies between three points.")] = Distribution.PERT,
    by: Annotated[
        list[datetime] | None, typer.Option(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="How likely is this date?")
    ] = None,
    budget: Annotated[list[float] | None, typer.Option(help="How likely is this budget?")] = None,
    project: Annotated[str | None, typer.Option(help="Only the project of this name or id.")] = None,
    workers: Annotated[int, typer.Option(min=0, max=64, help="Threads; 0 is as many as there are processors.")] = 0,
) -> None:
    """Simulate a plan: how likely its dates and its cost are, and what makes them late.

    Exit code 0: simulated. 2: the input cannot be read, its links form a loop, or its estimates contradict themselves.
    """
    moments = tuple(each.replace(hour=23, minute=59) if each.hour == each.minute == 0 else each for each in by or ())
    wanted = Wanted(iterations, seed, workers, low, high, _SHAPES[distribution], moments, tuple(budget or ()), project)
    try:
        found = forecasted(plan, wanted)
    except UnreadableSchedule as refusal:
        if format is Format.JSON:
            typer.echo(forecast_json.document(shown_name(plan), None, refusal.problems, wanted))
        raise refuse(*map(str, refusal.problems)) from refusal
    if format is Format.JSON:
        typer.echo(forecast_json.document(shown_name(plan), found, found.file.problems, wanted))
    else:
        forecast_text.show(found, wanted)
        complain(map(str, found.file.problems))
