"""Circles are found wherever a plan cannot be calculated because of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.case_files import schedule_of
from plumbline.engine.rules.rings import rings
from plumbline.engine.schedule import Schedule, Uid
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate

LINES: list[dict[str, Any]] = [
    {"id": "P", "kind": "summary"},
    {"id": "Q", "kind": "summary", "parent": "P"},
    {"id": "A", "parent": "Q"},
    {"id": "B", "parent": "Q"},
    {"id": "C", "parent": "P"},
    {"id": "D"},
    {"id": "E"},
    {"id": "OFF", "active": False},
    {"id": "LOE", "kind": "level of effort"},
]
names = st.sampled_from([each["id"] for each in LINES])
links = st.lists(st.tuples(names, st.sampled_from(["FS", "SS", "FF"]), names).map(" ".join), max_size=9)


def plan(links: list[str]) -> Schedule:
    return schedule_of({"activities": LINES, "links": links})


@given(links)
def test_there_is_a_circle_exactly_where_the_calculation_finds_one(links: list[str]) -> None:
    schedule = plan(links)
    if found := rings(schedule):
        with pytest.raises(LoopInSchedule) as raised:
            calculate(schedule)
        assert any(set(raised.value.activities) <= set(ring.activities) for ring in found)
    else:
        assert calculate(schedule).dates


@given(links)
def test_the_circle_of_a_ring_lies_in_it_and_only_a_summary_can_be_in_two_rings(links: list[str]) -> None:
    found = rings(plan(links))
    for ring in found:
        assert set(ring.circle) <= set(ring.activities)
    listed: list[Uid] = [uid for ring in found for uid in ring.activities if uid not in ("P", "Q")]
    assert len(listed) == len(set(listed))


def test_a_long_circle_is_found_whole() -> None:
    names = [f"T{number}" for number in range(3_000)]
    links = [f"{one} FS {other}" for one, other in zip(names, [*names[1:], names[0]], strict=True)]

    (ring,) = rings(schedule_of({"activities": [{"id": each} for each in names], "links": links}))

    assert ring.circle == ring.activities == tuple(names)
