"""The WBS of an XER as summary activities, each followed by its activities and then its children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from plumbline.engine.readers.problems import Problems
from plumbline.engine.readers.xer.activities import wbs_uid
from plumbline.engine.readers.xer.tables import Row
from plumbline.engine.schedule import Activity, ActivityKind, Uid


def outline(
    wbs: dict[Uid, Row], tasks: list[Row], read: Callable[[Row], Activity], problems: Problems
) -> Iterator[Activity]:
    """``wbs`` by uid; ``tasks`` in the file's order."""
    children: dict[Uid | None, list[Uid]] = defaultdict(list)
    for uid, row in wbs.items():
        parent = wbs_uid(row, "parent_wbs_id")
        children[parent if parent in wbs else None].append(uid)
    tasks_of: dict[Uid | None, list[Row]] = defaultdict(list)
    for row in tasks:
        parent = wbs_uid(row, "wbs_id")
        tasks_of[parent if parent in wbs else None].append(row)
    seen: set[Uid] = set()
    for uid, code, parent in _depth_first(wbs, children):
        seen.add(uid)
        yield _summary(uid, wbs[uid], code, parent)
        yield from map(read, tasks_of.pop(uid, ()))
    for uid, row in wbs.items():
        if uid not in seen:
            problems.add("circles in the WBS", "This WBS element is above itself; it was put at the top.", row.place)
            yield _summary(uid, row, row.name("wbs_short_name"), None)
    for rows in tasks_of.values():
        yield from map(read, rows)


def _depth_first(wbs: dict[Uid, Row], children: dict[Uid | None, list[Uid]]) -> Iterator[tuple[Uid, str, Uid | None]]:
    def in_order(parent: Uid | None, above: str) -> list[tuple[Uid, str, Uid | None]]:
        ordered = sorted(children[parent], key=lambda uid: wbs[uid].number("seq_num") or 0.0)
        codes = [wbs[uid].name("wbs_short_name") or str(uid) for uid in ordered]
        return [(uid, f"{above}{code}", parent) for uid, code in zip(ordered, codes, strict=True)]

    waiting = in_order(None, "")[::-1]
    while waiting:
        uid, code, parent = waiting.pop()
        yield uid, code, parent
        waiting.extend(in_order(uid, f"{code[-200:]}.")[::-1])


def _summary(uid: Uid, row: Row, code: str, parent: Uid | None) -> Activity:
    return Activity(uid=uid, id=code, name=row.name("wbs_name"), kind=ActivityKind.SUMMARY, parent=parent)
