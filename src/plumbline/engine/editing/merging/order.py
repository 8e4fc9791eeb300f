"""The order of rows, when both sides moved, added and removed some."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plumbline.engine.editing.merging.three_way import Choices
from plumbline.engine.schedule import Uid

KEY = "order"


def merged_order(
    base: Sequence[Uid], mine: Sequence[Uid], theirs: Sequence[Uid], kept: Collection[Uid], choices: Choices[list[Uid]]
) -> list[Uid]:
    """The rows that were there before in the order of the side that moved any, each new one after the row that it
    followed. Where both put new rows in one place, those with the smaller uid come first."""
    old = set(base) & set(kept)
    shared = [[uid for uid in side if uid in old] for side in (base, mine, theirs)]
    everywhere = set(shared[1]) & set(shared[2])
    relative = [[uid for uid in side if uid in everywhere] for side in shared]
    order = list(choices.merged(KEY, relative[0], relative[1], relative[2]))
    runs: dict[Uid | None, list[list[Uid]]] = {}
    for side in (mine, theirs):
        _note_runs(side, set(order), set(kept), runs)
    return _with_runs([None, *order], runs)


def _note_runs(
    side: Sequence[Uid], placed: Collection[Uid], kept: Collection[Uid], runs: dict[Uid | None, list[list[Uid]]]
) -> None:
    """What a side has between two rows that are placed hangs on the one before it."""
    last: Uid | None = None
    run: list[Uid] = []
    for uid in side:
        if uid in placed:
            _hang(runs, last, run)
            last, run = uid, []
        elif uid in kept:
            run.append(uid)
    _hang(runs, last, run)


def _hang(runs: dict[Uid | None, list[list[Uid]]], last: Uid | None, run: list[Uid]) -> None:
    if run:
        runs.setdefault(last, []).append(run)


def _with_runs(order: Sequence[Uid | None], runs: dict[Uid | None, list[list[Uid]]]) -> list[Uid]:
    found: dict[Uid, None] = {}
    for each in order:
        if each is not None:
            found[each] = None
        for run in sorted(runs.get(each, ()), key=lambda one: _place(one[0])):
            found.update(dict.fromkeys(uid for uid in run if uid not in found))
    return list(found)


def _place(uid: Uid) -> tuple[int, str]:
    text = str(uid)
    return len(text), text
