"""plumbline evm"""

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.evm_formats import evm_json, evm_text
from plumbline.cli.reading import bytes_of, placed, shown_name
from plumbline.engine.earned_value import analyse
from plumbline.engine.earned_value.table import MAX_BYTES, read_series
from plumbline.engine.readers import UnreadableSchedule


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class Values(StrEnum):
    CUMULATIVE = "cumulative"
    PERIOD = "period"


def command(
    series: Annotated[str, typer.Argument(metavar="SERIES", help="A CSV table; '-' reads standard input.")],
    format: Annotated[Format, typer.Option(help="How to print the figures.")] = Format.TEXT,
    values: Annotated[Values, typer.Option(help="Whether values are running totals or of each period.")] = (
        Values.CUMULATIVE
    ),
    bac: Annotated[float | None, typer.Option(min=0, help="The budget at completion; else the last planned.")] = None,
) -> None:
    """Earned value and earned schedule of a series: one row a period with planned value, earned value, actual cost.

    Columns: month, planned_value, earned_value, actual_cost, and level_of_effort if some of the planned value is.
    Leave earned value and actual cost empty in periods that are still to come.

    Exit code 0: shown. 2: the input cannot be read.
    """
    place = shown_name(series)
    try:
        found = read_series(bytes_of(series, MAX_BYTES), of_each_period=values is Values.PERIOD, bac=bac)
    except UnreadableSchedule as refusal:
        problems = placed(place, refusal.problems)
        if format is Format.JSON:
            typer.echo(evm_json.document(place, None, (), problems))
        raise refuse(*map(str, problems)) from refusal
    periods = analyse(found)
    if format is Format.JSON:
        typer.echo(evm_json.document(place, found, periods, ()))
    else:
        evm_text.show(place, found, periods)
