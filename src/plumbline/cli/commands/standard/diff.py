"""plumbline standard diff"""

from enum import StrEnum
from itertools import groupby
from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.exits import ExitCode
from plumbline.cli.json_text import json_text
from plumbline.cli.standards import standard_named
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.standard import Difference, InvalidStandard, Standard, differences

_STYLES = {"stricter": "bold", "looser": "yellow"}


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A standard of the library, or the folder of one.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The standard to compare with it.")],
    format: Annotated[Format, typer.Option(help="How to print what changed.")] = Format.TEXT,
) -> None:
    """Say in plain words what changed from one standard to another.

    Exit code 0: nothing. 1: something. 2: one of them cannot be read.
    """
    try:
        one, other = standard_named(before), standard_named(after)
    except InvalidStandard as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    found = differences(one, other)
    if format is Format.JSON:
        typer.echo(_document(one, other, found))
    else:
        _show(one, other, found)
    raise typer.Exit(ExitCode.FINDINGS if found else ExitCode.CLEAN)


def _show(before: Standard, after: Standard, found: tuple[Difference, ...]) -> None:
    page = Page()
    for section, of_section in groupby(found, key=lambda each: each.section):
        page.line((section.replace("_", " ").capitalize(), "bold"))
        for each in of_section:
            page.line((each.sentence, _STYLES.get(each.direction, "")), indent=2)
    page.line(f"{before.name} {before.version} to {after.name} {after.version}: {count(len(found), 'difference')}")


def _document(before: Standard, after: Standard, found: tuple[Difference, ...]) -> str:
    return json_text(
        "standard-diff",
        {
            "before": {"name": before.name, "version": before.version, "content_hash": before.content_hash},
            "after": {"name": after.name, "version": after.version, "content_hash": after.content_hash},
            "differences": [
                {
                    "section": each.section,
                    "name": each.name,
                    "sentence": each.sentence,
                    "direction": each.direction or None,
                }
                for each in found
            ],
        },
    )
