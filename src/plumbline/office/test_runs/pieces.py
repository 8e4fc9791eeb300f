"""The file of a run, kept in compressed pieces and read back as a stream."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from plumbline.office.test_runs.limits import PIECE
from plumbline.office.test_runs.models import FilePiece, TestRun


def keep_file(run: TestRun, file: BinaryIO) -> None:
    for number, data in enumerate(iter(lambda: file.read(PIECE), b"")):
        FilePiece.objects.create(run=run, number=number, packed=zlib.compress(data, 6))


def chunks_of(run: TestRun) -> Iterator[bytes]:
    """One piece in memory at a time."""
    pieces = FilePiece.objects.filter(run=run).order_by("number")
    for number in range(pieces.count()):
        yield zlib.decompress(bytes(pieces.get(number=number).packed))
