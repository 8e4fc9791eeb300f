"""The WBS of a P6 project as summary activities, each followed by its activities and then its children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from plumbline.engine.readers.p6.records import TaskRecord, WbsRecord
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Activity, ActivityKind, Uid


def outline(
    wbs: Mapping[Uid, WbsRecord],
    tasks: list[TaskRecord],
    read: Callable[[TaskRecord], Activity],
    responsible: Callable[[Uid | None], str],
    problems: Problems,
) -> Iterator[Activity]:
    """``wbs`` by uid; ``tasks`` in the file's order; ``responsible`` says who answers for a WBS element."""
    children: dict[Uid | None, list[WbsRecord]] = defaultdict(list)
    for each in wbs.values():
        children[each.parent if each.parent in wbs else None].append(each)
    tasks_of: dict[Uid | None, list[TaskRecord]] = defaultdict(list)
    for task in tasks:
        tasks_of[task.wbs if task.wbs in wbs else None].append(task)
    seen: set[Uid] = set()
    for each, code in _depth_first(children):
        seen.add(each.uid)
        parent = each.parent if each.parent in wbs else None
        yield _summary(each, code, parent, responsible(each.uid))
        yield from map(read, tasks_of.pop(each.uid, ()))
    for each in wbs.values():
        if each.uid not in seen:
            problems.add(
                "circles in the WBS", "This WBS element is above itself; it was put at the top.", each.source.place
            )
            yield _summary(each, each.code, None, responsible(each.uid))
    for rest in tasks_of.values():
        yield from map(read, rest)


def _depth_first(children: dict[Uid | None, list[WbsRecord]]) -> Iterator[tuple[WbsRecord, str]]:
    def in_order(parent: Uid | None, above: str) -> list[tuple[WbsRecord, str]]:
        ordered = sorted(children[parent], key=lambda each: each.sequence)
        return [(each, f"{above}{each.code or each.uid}") for each in ordered]

    waiting = in_order(None, "")[::-1]
    while waiting:
        each, code = waiting.pop()
        yield each, code
        waiting.extend(in_order(each.uid, f"{code[-200:]}.")[::-1])


def _summary(wbs: WbsRecord, code: str, parent: Uid | None, responsible: str) -> Activity:
    return Activity(
        uid=wbs.uid, id=code, name=wbs.name, kind=ActivityKind.SUMMARY, parent=parent, responsible=responsible
    )
