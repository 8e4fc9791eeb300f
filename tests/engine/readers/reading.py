"""Reading in a test: the one plan of a file, or why it is refused."""

from __future__ import annotations

import pytest

from plumbline.engine.readers import PlanFile, UnreadableSchedule, read
from plumbline.engine.schedule import Schedule


def plan(data: bytes | str, filename: str) -> Schedule:
    (schedule,) = file(data, filename).schedules
    return schedule


def file(data: bytes | str, filename: str) -> PlanFile:
    return read(data.encode() if isinstance(data, str) else data, filename)


def refusal(data: bytes | str, filename: str) -> str:
    with pytest.raises(UnreadableSchedule) as caught:
        file(data, filename)
    assert caught.value.problems
    return "\n".join(str(each) for each in caught.value.problems)


def problems(data: bytes | str, filename: str) -> str:
    return "\n".join(str(each) for each in file(data, filename).problems)
