"""Implied links are those that a plain search for another path finds."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.case_files import schedule_of
from plumbline.engine.rules.implied_links import LinksInACircle, implied_links
from plumbline.engine.schedule import Link, Schedule, Uid

NAMES = "ABCDEF"
End = tuple[Uid, str]


@st.composite
def plans(draw: st.DrawFn) -> Schedule:
    """Small networks without circles: links lead onwards in the alphabet."""
    kinds, lags = st.sampled_from(["FS", "SS", "FF", "SF"]), st.sampled_from(["", "", "", "+1d", "-1d"])
    pairs = [(one, other) for one in NAMES for other in NAMES if one < other]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12))
    links = [f"{one} {draw(kinds)} {other} {draw(lags)}" for one, other in chosen]
    begun = draw(st.sets(st.sampled_from(NAMES), max_size=1))
    lines = [{"id": each, **({"started": "2026-03-02 08:00"} if each in begun else {})} for each in NAMES]
    return schedule_of({"data_date": "2026-03-03 08:00", "activities": lines, "links": links})


@given(plans())
def test_a_link_is_implied_exactly_where_a_path_through_others_leads_the_same_way(schedule: Schedule) -> None:
    found = {id(link) for link, _ in implied_links(schedule, schedule.links)}
    for link in schedule.links:
        assert (id(link) in found) is is_implied(schedule, link), link


def is_implied(schedule: Schedule, link: Link) -> bool:
    if link.lag > 0:
        return False
    target = (link.successor, link.kind[1])
    starts = [(link.predecessor, link.kind[0])]
    return any(target in path and len({uid for uid, _ in path}) > 2 for path in paths(schedule, starts, target))


def paths(schedule: Schedule, path: list[End], target: End) -> Iterator[list[End]]:
    uid, end = path[-1]
    activity = schedule.activity_by_uid[uid]
    if path[-1] == target:
        yield path
        return
    if len(path) > 1 and activity.is_started and uid not in (path[0][0], target[0]):
        return
    if end == "S" and (not activity.is_started or uid == path[0][0]):
        yield from paths(schedule, [*path, (uid, "F")], target)
    for each in schedule.links:
        if each.predecessor == uid and each.kind[0] == end and each.lag >= 0:
            yield from paths(schedule, [*path, (each.successor, each.kind[1])], target)


def test_every_link_that_jumps_ahead_in_a_long_chain_is_implied() -> None:
    names = [f"T{number}" for number in range(2_000)]
    chain = [f"{one} FS {other}" for one, other in pairwise(names)]
    to_the_end = [f"{each} FS {names[-1]}" for each in names[:-2]]
    schedule = schedule_of({"activities": [{"id": each} for each in names], "links": [*chain, *to_the_end]})

    found = implied_links(schedule, schedule.links)

    assert {id(link) for link, _ in found} == {id(link) for link in schedule.links[len(chain) :]}


def test_links_in_a_circle_are_refused() -> None:
    schedule = schedule_of({"activities": [{"id": "A"}, {"id": "B"}], "links": ["A FS B", "B FS A"]})

    with pytest.raises(LinksInACircle):
        implied_links(schedule, schedule.links)
