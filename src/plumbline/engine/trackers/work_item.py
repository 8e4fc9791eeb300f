"""One piece of work in a team's tracker, reduced to whether it has started and ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

MOST_ITEMS = 50_000
LONGEST_KEY, LONGEST_TITLE, LONGEST_WORD, LONGEST_URL, MOST_LABELS = 120, 300, 80, 500, 60
_LABEL = "#"


class Category(Enum):
    """What every tracker's states come down to."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Move:
    """At that moment the item came into that state, in the tracker's own word."""

    at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class Raw:
    """What an export says of one item, before its states are understood; ``place`` is where, as people look for it.

    ``has_moves``: the export tells every move between states, so that one that is missing did not happen.
    ``category`` is said outright; ``proposed`` is what the tracker takes the state for where the map does not know it.
    """

    place: str
    key: str
    title: str = ""
    type: str = ""
    state: str = ""
    labels: tuple[str, ...] = ()
    parent: str = ""
    url: str = ""
    changed_at: datetime | None = None
    created_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    moves: tuple[Move, ...] = ()
    has_moves: bool = False
    category: Category | None = None
    proposed: Category | None = None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """``started_at`` and ``ended_at`` are ``None`` if that has not happened; all moments know their offset.

    ``start_is_approximate``, ``end_is_approximate``: the export does not tell the moment, only that it had come when
    the item was changed last. ``moves``: the states it came into, in order, where the export tells them.
    """

    key: str
    title: str
    type: str
    state: str
    category: Category
    started_at: datetime | None
    ended_at: datetime | None
    changed_at: datetime | None
    start_is_approximate: bool = False
    end_is_approximate: bool = False
    labels: tuple[str, ...] = ()
    parent: str = ""
    url: str = ""
    moves: tuple[tuple[datetime, str, Category], ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something of an export is not taken: where, which column or field, what stands there, and what to do."""

    place: str
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class StateMap:
    """From the words of a tracker to categories. A word that begins with # is a label, which counts until work is done.

    Words are compared without regard to case and spaces.
    """

    words: Mapping[str, Category] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Mapping[str, Category | str]) -> StateMap:
        """Raises ``ValueError`` for a category that there is not."""
        return cls({squeezed(word): Category(category) for word, category in words.items()})

    def category_of(self, state: str, labels: Iterable[str] = ()) -> Category | None:
        """``None`` for a word that is not in the map: it is asked for, never guessed."""
        found = self.words.get(squeezed(state))
        if found is Category.DONE:
            return found
        by_label = [self.words.get(_LABEL + squeezed(each)) for each in labels]
        told = [each for each in by_label if each is not None]
        return max(told, key=list(Category).index) if told and found is not None else found


def squeezed(word: str) -> str:
    """A word as it is compared."""
    return re.sub(r"\s+", " ", word).strip().casefold()
