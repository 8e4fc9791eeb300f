"""Summaries of a table: from outline levels, from WBS numbers of the rows, or from WBS codes that rows share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plumbline.engine.readers.table.layout import Layout
from plumbline.engine.schedule import Activity, ActivityKind, Uid

_DEEPEST = 30
_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The uid above each row, in the order of the rows, and the summaries that only their codes speak of."""

    parents: Sequence[Uid | None]
    added: Sequence[Activity] = field(default=())

    def summaries(self) -> set[Uid | None]:
        return set(self.parents)


def outline_of(layout: Layout, uids: Sequence[str]) -> Outline:
    """An outline level counts more than a WBS.

    Where each row has a WBS of its own, rows are under rows; where rows share one, the codes become summaries.
    """
    if "level" in layout.columns:
        return Outline(_by_level(uids, [row.number("level") or 0.0 for row in layout.rows]))
    if "wbs" not in layout.columns:
        return Outline([None] * len(uids))
    paths = [_path(row.text("wbs")) for row in layout.rows]
    if any(count > 1 for path, count in Counter(paths).items() if path):
        return _by_shared_wbs(paths)
    return Outline(_by_own_wbs(uids, paths))


def in_order(activities: Iterable[Activity]) -> list[Activity]:
    """Each summary before what is under it, otherwise as given."""
    children: dict[Uid | None, list[Activity]] = defaultdict(list)
    for each in activities:
        children[each.parent].append(each)
    ordered: list[Activity] = []
    waiting = children[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(children[ordered[-1].uid][::-1])
    return ordered


def _path(code: str) -> _Path:
    return tuple(part.strip() for part in code.strip(". ").split("."))[:_DEEPEST] if code.strip(". ") else ()


def _by_level(uids: Sequence[str], levels: Sequence[float]) -> list[Uid | None]:
    """A row is under the nearest row above it with a smaller level."""
    above: list[tuple[float, Uid]] = []
    parents: list[Uid | None] = []
    for uid, level in zip(uids, levels, strict=True):
        while above and above[-1][0] >= level:
            above.pop()
        parents.append(above[-1][1] if above else None)
        above.append((level, uid))
    return parents


def _by_own_wbs(uids: Sequence[str], paths: Sequence[_Path]) -> list[Uid | None]:
    uid_of = {path: uid for uid, path in zip(uids, paths, strict=True) if path}
    above = ((uid_of.get(path[:end]) for end in range(len(path) - 1, 0, -1)) for path in paths)
    return [next((uid for uid in each if uid is not None), None) for each in above]


def _by_shared_wbs(paths: Sequence[_Path]) -> Outline:
    summaries: dict[_Path, Activity] = {}
    for path in paths:
        for end in range(1, len(path) + 1):
            part, code = path[:end], ".".join(path[:end])
            above = summaries[part[:-1]].uid if end > 1 else None
            summaries.setdefault(
                part, Activity(uid=f"wbs-{code}", id=code, name=code, kind=ActivityKind.SUMMARY, parent=above)
            )
    return Outline([summaries[path].uid if path else None for path in paths], tuple(summaries.values()))
