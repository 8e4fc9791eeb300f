"""Files of results in a line or two, and what is read from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plumbline.engine.test_results import Limits, RunInfo, TestResult, read


def chunks_of(data: bytes, size: int = 7) -> Iterator[bytes]:
    """Small enough that everything is cut somewhere."""
    for start in range(0, len(data), size):
        yield data[start : start + size]


def results(data: bytes | str, limits: Limits = Limits(), size: int = 7) -> tuple[list[TestResult], RunInfo]:  # noqa: B008
    raw = data.encode() if isinstance(data, str) else data
    *found, info = read(chunks_of(raw, size), limits)
    assert isinstance(info, RunInfo)
    return [each for each in found if isinstance(each, TestResult)], info


def results_of(file: Path) -> tuple[list[TestResult], RunInfo]:
    return results(file.read_bytes(), size=4096)


def junit(cases: str, suite: str = 'name="s"') -> str:
    return f"<testsuites><testsuite {suite}>{cases}</testsuite></testsuites>"
