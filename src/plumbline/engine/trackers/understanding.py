"""From what an export says to work items: which states mean what, and when work started and ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from plumbline.engine.trackers.work_item import (
    LONGEST_KEY,
    LONGEST_TITLE,
    LONGEST_URL,
    LONGEST_WORD,
    MOST_ITEMS,
    MOST_LABELS,
    Category,
    Move,
    Problem,
    Raw,
    StateMap,
    WorkItem,
    squeezed,
)

BY_DATES = {"not started": Category.TODO, "started": Category.IN_PROGRESS, "ended": Category.DONE}
"""The words for items of a table without states."""


@dataclass(frozen=True, slots=True)
class Understood:
    """``unknown``: words of states that the map does not have, each with how many items it holds up; those items are
    neither among ``items`` nor ``problems``."""

    items: tuple[WorkItem, ...]
    problems: tuple[Problem, ...]
    unknown: dict[str, int]


def understand(raws: Iterable[Raw], states: StateMap, problems: Iterable[Problem] = ()) -> Understood:
    """Every item whose state is known, in the order of the export."""
    items: list[WorkItem] = []
    found = list(problems)
    unknown: Counter[str] = Counter()
    seen: dict[str, str] = {}
    for raw in raws:
        if len(seen) >= MOST_ITEMS:
            found.append(Problem(raw.place, "", "", f"Only {MOST_ITEMS:,} items are read at once. Export fewer."))
            break
        if problem := _wrong(raw, seen):
            found.append(problem)
            continue
        seen[raw.key] = raw.place
        words = _unknown(raw, states)
        if words:
            unknown.update(words)
        else:
            items.append(_item(raw, states))
    return Understood(tuple(items), tuple(found), dict(unknown))


def _wrong(raw: Raw, seen: dict[str, str]) -> Problem | None:
    if not raw.key:
        return Problem(raw.place, "key", "", "It has no key, so it could not be known again. Export the key as well.")
    if len(raw.key) > LONGEST_KEY:
        return Problem(raw.place, "key", raw.key[:LONGEST_WORD], f"A key has {LONGEST_KEY} characters at most.")
    if raw.key in seen:
        return Problem(raw.place, "key", raw.key, f"It stands in {seen[raw.key]} already. Keep one of them.")
    if len(raw.state) > LONGEST_WORD:
        return Problem(raw.place, "state", raw.state[:LONGEST_WORD], f"A state has {LONGEST_WORD} characters at most.")
    if raw.ended_at and raw.started_at and raw.ended_at < raw.started_at:
        shown = f"{raw.started_at:%Y-%m-%d} to {raw.ended_at:%Y-%m-%d}"
        return Problem(raw.place, "ended_at", shown, "It ends before it starts. Mend it in the tracker.")
    return None


def _unknown(raw: Raw, states: StateMap) -> set[str]:
    """The words of it that are not in the map: that of its state and those of its history."""
    words = {each.state for each in raw.moves if states.category_of(each.state) is None}
    if raw.state and not _category(raw, states):
        words.add(raw.state)
    return words


def _item(raw: Raw, states: StateMap) -> WorkItem:
    if not raw.state:
        raw = replace(raw, state=_by_dates(raw))
    category = _category(raw, states) or BY_DATES[squeezed(raw.state)]
    moves = [(each.at, each.state, _of(each, states)) for each in sorted(raw.moves, key=lambda each: each.at)]
    changed = raw.changed_at or _last(raw)
    started, about = _started(raw, moves, category, changed)
    ended, end_about = _ended(raw, moves, category, changed)
    if started and ended and started > ended:
        started, about = ended, True
    return WorkItem(
        raw.key,
        (raw.title or raw.key)[:LONGEST_TITLE],
        raw.type[:LONGEST_WORD],
        raw.state,
        category,
        started,
        ended,
        changed,
        about and started is not None,
        end_about and ended is not None,
        tuple(each[:LONGEST_WORD] for each in raw.labels[:MOST_LABELS]),
        raw.parent[:LONGEST_KEY],
        raw.url if len(raw.url) <= LONGEST_URL and raw.url.startswith(("https://", "http://")) else "",
        tuple(moves),
        raw.place,
    )


def _category(raw: Raw, states: StateMap) -> Category | None:
    return raw.category or states.category_of(raw.state, raw.labels) or raw.proposed


def _of(move: Move, states: StateMap) -> Category:
    found = states.category_of(move.state)
    assert found is not None
    return found


def _by_dates(raw: Raw) -> str:
    return "ended" if raw.ended_at else "started" if raw.started_at else "not started"


def _last(raw: Raw) -> datetime | None:
    told = (raw.ended_at, raw.started_at, raw.created_at, *(each.at for each in raw.moves))
    return max((each for each in told if each), default=None)


Moves = list[tuple[datetime, str, Category]]
About = tuple[datetime | None, bool]


def _started(raw: Raw, moves: Moves, category: Category, changed: datetime | None) -> About:
    """The first time it left what is still to do; what was begun and put back has been begun."""
    begun = [at for at, _, came_into in moves if came_into is not Category.TODO]
    told = [each for each in (raw.started_at, *begun[:1]) if each]
    if told:
        return min(told), False
    if category is Category.TODO:
        return None, False
    if raw.has_moves and raw.created_at:
        return raw.created_at, False
    return raw.ended_at or changed, True


def _ended(raw: Raw, moves: Moves, category: Category, changed: datetime | None) -> About:
    """The last time it came to its end, if it stayed there."""
    if category is not Category.DONE:
        return None, False
    last: datetime | None = None
    before = Category.TODO
    for at, _, came_into in moves:
        if came_into is Category.DONE and before is not Category.DONE:
            last = at
        before = came_into
    if last is None and raw.ended_at:
        return raw.ended_at, False
    return (last, False) if last else (changed, True)
