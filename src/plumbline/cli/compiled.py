"""Where code that was compiled for this machine is kept, so that it is compiled once and not by every command."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import typer

from plumbline.engine.optimisation.levelling import Machine, fastest, genetic, passes, warmed_up


def levelling_machine() -> Machine:
    """The fastest there is, ready to run. Kept by what its source says, so that no other version ever runs it."""
    folder = _cache() / "plumbline" / f"levelling-{_source_hash()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = os.access(folder, os.W_OK)
    except OSError:
        kept = False
    if kept:
        os.environ["NUMBA_CACHE_DIR"] = str(folder)
    machine = fastest(kept=kept)
    if machine.name != "Python" and sys.stderr.isatty() and not (kept and any(folder.iterdir())):
        typer.echo("plumbline: The search is compiled for this machine, which takes some seconds once.", err=True)
    return warmed_up(machine)


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _source_hash() -> str:
    sources = (Path(str(each.__file__)).read_bytes() for each in (passes, genetic))
    return hashlib.sha256(b"".join(sources)).hexdigest()[:16]
