"""Finds commands by walking the ``commands`` folder and imports only the one that is asked for."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import typer
from typer.core import TyperGroup

from plumbline import __version__
from plumbline.cli.exits import ExitCode

COMMANDS = "plumbline.cli.commands"
_NEW_OBJECTS_BEFORE_A_COLLECTION = 100_000


class CommandsInFolder(TyperGroup):
    """A group whose commands are the modules of a package; starting one never imports another."""

    package = COMMANDS

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        names: dict[str, Any] = dict.fromkeys(self.list_commands(None))  # all that "Did you mean ...?" needs
        self.commands = names

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(module.name for module in iter_modules(import_module(self.package).__path__))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package}.{cmd_name}")
        if hasattr(module, "__path__"):
            group = typer.main.get_group(_group(module.__name__, help=module.__doc__))
            group.name = cmd_name
            return group
        alone = _application()
        alone.command(cmd_name)(module.command)
        return typer.main.get_command(alone)


def run() -> None:
    # A plan is many small records that live long and never form rings; to look for rings among them as often as
    # Python does by itself takes a tenth of the time of a check.
    gc.set_threshold(_NEW_OBJECTS_BEFORE_A_COLLECTION, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        application()(prog_name="plumbline")
    except Exception:
        traceback.print_exc()
        print(
            "plumbline: This is an error in Plumbline itself. Please report it with the lines above.", file=sys.stderr
        )
        sys.exit(ExitCode.FAILED)


def application() -> typer.Typer:
    """The whole command line as one object, for running it and for testing it in process."""
    return _group(COMMANDS, help="A linter for project plans, and the office around them.", callback=_root)


def _group(package: str, *, help: str | None, callback: Callable[..., None] | None = None) -> typer.Typer:
    group = _application()
    commands = type("Commands", (CommandsInFolder,), {"package": package})
    group.callback(cls=commands, help=help)(callback or _nothing)
    return group


def _application() -> typer.Typer:
    return typer.Typer(
        add_completion=False, no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False
    )


def _nothing() -> None: ...


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"plumbline {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
    ),
) -> None: ...
