"""Lines out of chunks, and JSON out of lines, with the line where either goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.engine.test_results.records import UnreadableResults


def lines_of(chunks: Iterable[bytes], longest: int) -> Iterator[tuple[int, bytes]]:
    """Each line that is not empty, with its number from 1. Raises ``UnreadableResults`` for one over ``longest``."""
    rest, number = bytearray(), 0
    for chunk in chunks:
        if b"\n" not in chunk:
            rest += chunk
        else:
            *whole, last = chunk.split(b"\n")
            whole[0] = bytes(rest) + whole[0]
            rest = bytearray(last)
            for line in whole:
                number += 1
                if line.strip():
                    yield number, line
        if len(rest) > longest:
            raise UnreadableResults(f"Line {number + 1}: longer than {longest // 1_000_000} MB. Attach less to it.")
    if rest.strip():
        yield number + 1, bytes(rest)


def object_in(number: int, line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
    except (ValueError, RecursionError) as error:
        raise UnreadableResults(
            f"Line {number}: this is not JSON, or it breaks off. Look whether the tests ran to their end."
        ) from error
    if not isinstance(found, dict):
        raise UnreadableResults(f"Line {number}: a message is an object, in braces; this is something else.")
    return found
