"""Puts bytes into a file or on standard output, and overwrites nothing unless asked to."""

from __future__ import annotations

import sys

STANDARD_OUTPUT = "-"


class Unwritable(Exception):
    """The bytes cannot be put where they should go; the message says why and what to do."""


def put(content: bytes, target: str, *, force: bool) -> None:
    """Write ``content`` to the file ``target`` ('-' is standard output). Raises ``Unwritable``."""
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        with open(target, "wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise Unwritable(f"{target}: The file exists already. Overwrite it with --force, or choose another.") from error
    except IsADirectoryError as error:
        raise Unwritable(f"{target}: This is a folder. Name a file in it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise Unwritable(f"{target}: The file cannot be written: {reason}.") from error
