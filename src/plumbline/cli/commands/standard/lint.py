"""plumbline standard lint"""

from enum import StrEnum
from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.exits import ExitCode
from plumbline.cli.json_text import json_text
from plumbline.cli.standards import files_of
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.course import lint_courses, load_with_courses
from plumbline.engine.standard import InvalidStandard, Level, Problem, Standard, lint


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def command(
    standard: Annotated[
        str, typer.Argument(metavar="PATH", help="The folder of a standard, or a name in the library.")
    ],
    format: Annotated[Format, typer.Option(help="How to print what was found.")] = Format.TEXT,
) -> None:
    """Find every mistake in a standard before anybody works by it.

    Exit code 0: it can be run, perhaps with warnings. 1: it cannot. 2: there is no such standard.
    """
    try:
        files = files_of(standard)
    except InvalidStandard as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    loaded: Standard | None = None
    try:
        loaded, courses = load_with_courses(files)
        problems = (*lint(loaded), *lint_courses(loaded, courses))
    except InvalidStandard as invalid:
        problems = invalid.problems
    if format is Format.JSON:
        typer.echo(_document(standard, loaded, problems))
    else:
        _show(standard, loaded, problems)
    raise typer.Exit(ExitCode.CLEAN if loaded else ExitCode.FINDINGS)


def _show(name: str, standard: Standard | None, problems: tuple[Problem, ...]) -> None:
    page = Page()
    for each in problems:
        page.line(
            (each.level, "bold red" if each.level is Level.ERROR else "yellow"), f"  {each.place}: {each.message}"
        )
    if standard is None:
        page.line((f"{name} cannot be run: {count(len(problems), 'error')}", "bold red"))
    else:
        said = f"{standard.name} {standard.version} can be run: {count(len(standard.rules), 'rule')}, "
        page.line((said + count(len(problems), "warning"), "bold green"))


def _document(name: str, standard: Standard | None, problems: tuple[Problem, ...]) -> str:
    return json_text(
        "standard-lint",
        {
            "standard": name,
            "name": standard.name if standard else None,
            "version": standard.version if standard else None,
            "valid": standard is not None,
            "problems": [
                {
                    "message": each.message,
                    "place": each.place,
                    "level": each.level,
                    "file": each.file,
                    "key": each.key,
                    "line": each.line,
                }
                for each in problems
            ],
        },
    )
