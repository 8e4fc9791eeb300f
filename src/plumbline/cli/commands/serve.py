"""plumbline serve"""

import os
from typing import Annotated

import typer

from plumbline.cli.serving.run import run, say
from plumbline.cli.serving.site import Site


def command(
    host: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 is every one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer pages.")] = 2,
) -> None:
    """Serve the pages and work on what is due in the background, until Ctrl-C.

    The database is brought up to date first. It is an embedded one in the data folder (PLUMBLINE_DATA, else ./var),
    or the PostgreSQL that DATABASE_URL names.
    """
    run(Site(host, port, workers), _announce)


def _announce(site: Site) -> None:
    say(f"Plumbline answers at {site.address} (Ctrl-C stops it). Data: {site.data}")
    if not site.is_local and "PLUMBLINE_HOSTS" not in os.environ:
        say("Set PLUMBLINE_HOSTS to the names it may be called by from other machines.")
