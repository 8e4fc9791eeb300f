"""plumbline archive restore"""

import os
from pathlib import Path
from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.serving.site import SETTINGS


def command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The archive, a ZIP file.")],
    address: Annotated[str, typer.Option(help="What it is called in addresses here; its own by default.")] = "",
) -> None:
    """Take up an organisation from its archive: all of it, or nothing.

    The database is the one of the data folder (PLUMBLINE_DATA, else ./var) or of DATABASE_URL. It is brought up to
    date first. People who are here already, by their address, keep their accounts; others get one without a password.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()
    from django.core.management import call_command

    from plumbline.office.archive.actions import restore_archive
    from plumbline.office.archive.reading import UnreadableArchive

    call_command("migrate", verbosity=0, interactive=False)
    try:
        restored = restore_archive(file, address)
    except UnreadableArchive as wrong:
        raise refuse(*wrong.mistakes) from wrong
    typer.echo(f"{restored.organisation} is at /o/{restored.organisation.slug}/: {restored.rows} rows.")
    typer.echo(f"People with a new account: {restored.new_people}. A PMO manager gives them links to set a password.")
    if not restored.kept_numbers:
        typer.echo(
            "Numbers were taken here, so rows have new ones: old links, notices and pages at hand are left behind."
        )
