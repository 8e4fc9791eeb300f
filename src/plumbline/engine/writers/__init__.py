"""From a plan to the bytes of a file. Each module here with a ``FORMAT`` writes one format."""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from functools import cache
from typing import Protocol, cast

from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.writers.written import Loss, Written

__all__ = ["Loss", "UnknownFormat", "Writer", "Written", "losses", "packed", "write", "writer_for", "writers"]

_PACKED = ".gz"


class UnknownFormat(LookupError):
    """No writer has this name or extension; the message names those that can be written."""


class Writer(Protocol):
    """What a module of this folder offers."""

    FORMAT: str
    EXTENSIONS: tuple[str, ...]

    def write(self, schedule: Schedule, calculation: Calculation | None = None) -> Written: ...

    def losses(self, schedule: Schedule) -> tuple[Loss, ...]: ...


def write(schedule: Schedule, format: str, calculation: Calculation | None = None) -> Written:
    """``schedule`` in the format of that name, with what the format cannot hold. The same plan gives the same bytes.

    The early and late dates and floats of ``calculation`` are written by formats that have a place for them, where the
    source tool stored none. Raises ``UnknownFormat``.
    """
    return _called(format).write(schedule, calculation)


def losses(schedule: Schedule, format: str) -> tuple[Loss, ...]:
    """What the format of that name cannot hold of ``schedule``, as ``write`` says it, but before. Same errors."""
    return _called(format).losses(schedule)


def writer_for(filename: str) -> str:
    """The name of the format a file of this name has, ``.gz`` or not. Raises ``UnknownFormat``."""
    plain = filename.lower().removesuffix(_PACKED)
    endings = ((ending, name) for name, each in writers().items() for ending in each.EXTENSIONS)
    fitting = [(len(ending), name) for ending, name in endings if plain.endswith(ending)]
    if not fitting:
        raise UnknownFormat(f"The name '{filename}' does not end as a format that can be written. {_all()}")
    return max(fitting)[1]


def packed(content: bytes) -> bytes:
    """``content`` as a gzip file that knows neither name nor time, so that equal content packs to equal bytes."""
    packer = zlib.compressobj(6, wbits=31)
    return packer.compress(content) + packer.flush()


@cache
def writers() -> dict[str, Writer]:
    """Every module of this folder that writes a format, by its name."""
    modules = {each.name: importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)}
    return {name: cast(Writer, module) for name, module in modules.items() if hasattr(module, "FORMAT")}


def _called(format: str) -> Writer:
    writer = writers().get(format)
    if writer is None:
        raise UnknownFormat(f"There is no format '{format}'. {_all()}")
    return writer


def _all() -> str:
    return f"These can be written: {', '.join(f'{name} ({each.EXTENSIONS[0]})' for name, each in writers().items())}."
