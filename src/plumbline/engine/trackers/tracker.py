"""What a tracker is, and what a file of it offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from plumbline.engine.trackers.moments import UnclearMoment, moment_of
from plumbline.engine.trackers.work_item import Category, Problem, Raw

TODO, IN_PROGRESS, DONE = Category.TODO, Category.IN_PROGRESS, Category.DONE


@dataclass(frozen=True, slots=True)
class Tracker:
    """``headings``: field to the headings of its tables, the best first; ``signs``: headings that only it has together.

    ``states``: its words as it is delivered. ``how``: how one gets the export.
    """

    title: str
    headings: Mapping[str, Sequence[str]]
    signs: frozenset[str]
    states: Mapping[str, Category]
    how: str


class Reader(Protocol):
    """What a module of this folder with a ``TRACKER`` offers."""

    TRACKER: Tracker

    def recognises(self, document: Any) -> bool: ...

    def raw_items(self, document: Any, problems: list[Problem]) -> Iterator[Raw]: ...


class UnreadableDocument(ValueError):
    """A JSON document that is not what it seems to be; the message says where and what to do."""


def objects(found: Any, place: str) -> list[tuple[str, dict[str, Any]]]:
    """The objects of a list with their places. Raises ``UnreadableDocument`` at the first that is none."""
    if not isinstance(found, list):
        raise UnreadableDocument(f"{place}: a list of items is expected here. Export it again as a list.")
    for number, each in enumerate(found, start=1):
        if not isinstance(each, dict):
            raise UnreadableDocument(f"{place}, item {number}: it is no object. Export it again.")
    return [(f"item {number}", each) for number, each in enumerate(found, start=1)]


def inside(found: Any, *path: str) -> Any:
    """What lies there, ``None`` where the way ends early."""
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def words(found: Any) -> str:
    """A plain value as text; nothing for what is none."""
    if isinstance(found, bool) or found is None or isinstance(found, dict | list):
        return ""
    return " ".join(str(found).split())


def names(found: Any, field: str = "name") -> tuple[str, ...]:
    """Of a list of texts, or of objects with a name."""
    if not isinstance(found, list):
        return ()
    told = (words(inside(each, field)) if isinstance(each, dict) else words(each) for each in found)
    return tuple(each for each in told if each)


def when(found: Any, place: str, field: str, problems: list[Problem]) -> datetime | None:
    """The moment, in UTC where it says no zone; one problem more where it cannot be read."""
    try:
        return moment_of(words(found), UTC)
    except UnclearMoment as unclear:
        reason = str(unclear)
        problems.append(Problem(place, field, words(found)[:80], f"{reason[0].upper()}{reason[1:]}."))
        return None
