"""From the bytes of a file to the results of tests in it. Each module here with a ``FORMAT`` reads one format."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol, cast

from plumbline.engine.test_results.records import (
    Limits,
    RunInfo,
    Status,
    TestResult,
    UnreadableResults,
    worst,
)
from plumbline.engine.test_results.references import Reference, references_of

__all__ = [
    "Limits",
    "Reader",
    "Reference",
    "RunInfo",
    "Status",
    "TestResult",
    "UnreadableResults",
    "read",
    "readers",
    "references_of",
    "worst",
]
_HEAD = 512


class Reader(Protocol):
    """What a module of this folder offers. ``head`` is the beginning of a file without what may precede any text."""

    FORMAT: str

    def recognises(self, head: bytes) -> bool: ...

    def read(self, chunks: Iterable[bytes], limits: Limits) -> Iterator[TestResult | RunInfo]: ...


def read(chunks: Iterable[bytes], limits: Limits = Limits()) -> Iterator[TestResult | RunInfo]:  # noqa: B008 - frozen
    """Each result as it comes, and at the end one ``RunInfo``. No more than a few chunks are in memory at a time.

    Raises ``UnreadableResults`` and nothing else, whatever the bytes: at once where the format is not known, else
    where the file goes wrong; who wants all or nothing goes through it before keeping anything.
    """
    pieces = iter(chunks)
    head = b""
    while len(head) < _HEAD and (piece := next(pieces, None)) is not None:
        head += piece
    reader = _reader_for(head)
    count = 0
    try:
        for each in reader.read(_after(head, pieces), limits):
            if isinstance(each, TestResult) and (count := count + 1) > limits.results:
                raise UnreadableResults(
                    f"The file has more than {limits.results:,} results. Send it in parts, a file for each module."
                )
            yield each
    except UnreadableResults:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, MemoryError) as error:
        raise UnreadableResults(
            f"The {reader.FORMAT} file is damaged in a way this program has not met before "
            f"({type(error).__name__}). Have it written again; if that does not help, report it with the file."
        ) from error


@cache
def readers() -> tuple[Reader, ...]:
    """By name of their modules, found by walking this folder."""
    modules = [importlib.import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__)]
    return tuple(cast(Reader, each) for each in modules if hasattr(each, "FORMAT"))


def _after(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _reader_for(head: bytes) -> Reader:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare:
        raise UnreadableResults("The file is empty. Look whether the tests ran at all, and send what they wrote.")
    for reader in readers():
        if reader.recognises(bare):
            return reader
    known = ", ".join(each.FORMAT for each in readers())
    raise UnreadableResults(f"The file is of no format that is read here: {known}. Line 1 begins like none of them.")
