"""Says on standard error why a command cannot go on."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from plumbline.cli.exits import ExitCode
from plumbline.cli.plain import plain

SHOWN = 20


def refuse(*sentences: str) -> typer.Exit:
    """Print each sentence as an error and return the exit to raise."""
    complain(sentences)
    return typer.Exit(ExitCode.UNREADABLE)


def complain(sentences: Iterable[str]) -> None:
    sentences = list(sentences)
    for sentence in sentences[:SHOWN]:
        typer.echo(f"plumbline: {plain(sentence)}", err=True)
    if len(sentences) > SHOWN:
        typer.echo(f"plumbline: and {len(sentences) - SHOWN} more", err=True)
