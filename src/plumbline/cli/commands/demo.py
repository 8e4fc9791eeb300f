"""plumbline demo"""

from typing import Annotated

import typer

from plumbline.cli.serving.run import run, say
from plumbline.cli.serving.site import Site


def command(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer pages.")] = 2,
) -> None:
    """Serve a made-up city's projects, in a data folder of their own; anyone may sign in as any of its people."""
    run(Site(host, port, workers, demo=True), _announce)


def _announce(site: Site) -> None:
    say(f"The demo answers at {site.address} (Ctrl-C stops it). Data: {site.data}")
