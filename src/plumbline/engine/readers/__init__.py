"""From the bytes of a file to the plans in it. Each module here with a ``FORMAT`` reads one format."""

from __future__ import annotations

import importlib
import pkgutil
import re
import zlib
from dataclasses import replace
from functools import cache
from typing import Protocol, cast

from plumbline.engine.calendars import InvalidCalendar
from plumbline.engine.readers.limits import MAX_BYTES, check_size
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.reach import check_reach
from plumbline.engine.readers.unsupported import binary_of_another_kind, text_of_another_kind
from plumbline.engine.schedule import InvalidSchedule

__all__ = ["PlanFile", "Problem", "Reader", "UnreadableSchedule", "read", "readers", "unpacked"]

_GZIP = b"\x1f\x8b"


class Reader(Protocol):
    """What a module of this folder offers. ``read`` may also raise InvalidSchedule and InvalidCalendar."""

    FORMAT: str
    EXTENSIONS: tuple[str, ...]

    def recognises(self, data: bytes, filename: str) -> bool: ...

    def read(self, data: bytes) -> PlanFile: ...


def read(data: bytes, filename: str) -> PlanFile:
    """The plans in a file, ``.gz`` around it or not. Nothing but UnreadableSchedule is raised, whatever the bytes."""
    data, filename = unpacked(data, filename)
    reader = _reader_for(data, filename)
    try:
        plan = _named(reader.read(data), filename)
        for each in plan.schedules:
            check_reach(each)
        return plan
    except UnreadableSchedule:
        raise
    except (InvalidSchedule, InvalidCalendar) as error:
        raise UnreadableSchedule(
            Problem(f"The plan contradicts itself: {error}. Correct it where it was made and export it again.")
        ) from error
    except (Exception, MemoryError) as error:
        raise UnreadableSchedule(
            Problem(
                f"The {reader.FORMAT} file is damaged in a way this program has not met before "
                f"({type(error).__name__}). Export it again; if that does not help, report it with the file."
            )
        ) from error


def unpacked(data: bytes, filename: str) -> tuple[bytes, str]:
    """A file's own content and name, a ``.gz`` around it taken off. Raises UnreadableSchedule if too large or empty."""
    check_size(len(data))
    if data.startswith(_GZIP):
        data, filename = _unpacked(data), filename.removesuffix(".gz")
    if not data.strip(b"\x00 \r\n\t"):
        raise UnreadableSchedule(Problem("The file is empty. Export the plan again."))
    return data, filename


def _reader_for(data: bytes, filename: str) -> Reader:
    other = binary_of_another_kind(data, filename)
    if other is not None:
        raise UnreadableSchedule(other)
    for reader in readers():
        if reader.recognises(data, filename):
            return reader
    raise UnreadableSchedule(text_of_another_kind(data, filename) or _unknown())


def _named(plan: PlanFile, filename: str) -> PlanFile:
    """A plan that does not say its name, as most tables, has that of its file."""
    stem = re.split(r"[/\\]", filename)[-1].rpartition(".")[0] or "Plan"
    schedules = tuple(each if each.name else replace(each, name=stem) for each in plan.schedules)
    return replace(plan, schedules=schedules)


@cache
def readers() -> tuple[Reader, ...]:
    """Every module of this folder that reads a format, in the order of its name."""
    modules = (importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__))
    return tuple(cast(Reader, module) for module in modules if hasattr(module, "FORMAT"))


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise UnreadableSchedule(Problem("The .gz file is damaged. Pack it again, or send it unpacked.")) from error
    check_size(len(content))
    if not unpacker.eof:
        raise UnreadableSchedule(Problem("The .gz file was cut off. Pack it again, or send it unpacked."))
    return content


def _unknown() -> Problem:
    formats = ", ".join(f"{each.FORMAT} ({' '.join(each.EXTENSIONS)})" for each in readers())
    return Problem(f"This is no plan in a format that can be read. These can: {formats}.")
