"""plumbline version"""

import typer

from plumbline import __version__


def command() -> None:
    """Print the version of Plumbline."""
    typer.echo(f"plumbline {__version__}")
