"""Where the boxes of an organisation chart stand. Pure: rows with levels in, boxes and lines out.

Two ways of laying out: ``across`` puts those who report to one beside each other, and leaves below each other where
they are many; ``narrow`` puts everybody below whom they report to, as a phone and a page have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

WIDTH = 196
BESIDE, BELOW, LISTED = 20, 26, 12
INDENT = 18
MOST_BESIDE = 3
EDGE = 2


@dataclass(frozen=True, slots=True)
class Box:
    """``row`` is the place in what was given. ``above`` is the row of the box above, or None."""

    row: int
    above: int | None
    x: float
    y: float
    height: float
    listed: bool = False
    """It hangs from a line at the left of those above, not from the middle."""

    @property
    def middle(self) -> float:
        return self.x + WIDTH / 2


@dataclass(slots=True)
class _Place:
    row: int
    below: list[_Place] = field(default_factory=list)


def laid_out(levels: Sequence[int], heights: Sequence[float], narrow: bool = False) -> list[Box]:
    """Boxes by row. ``levels`` are depths of a tree told from the top, those above before those below them."""
    found: list[Box] = []
    x = y = float(EDGE)
    for root in _trees(levels):
        boxes = _listed(root, None, x, y, heights) if narrow else _across(root, None, x, y, heights)
        found += boxes
        if narrow:
            y = max(each.y + each.height for each in boxes) + LISTED
        else:
            x = _right(boxes) + BESIDE
    return sorted(found, key=lambda each: each.row)


def size(boxes: Sequence[Box]) -> tuple[int, int]:
    """Width and height of the whole."""
    return round(_right(boxes) + EDGE), round(max((each.y + each.height for each in boxes), default=0) + EDGE)


def _trees(levels: Sequence[int]) -> list[_Place]:
    roots: list[_Place] = []
    way: list[tuple[int, _Place]] = []
    for row, level in enumerate(levels):
        while way and way[-1][0] >= level:
            way.pop()
        place = _Place(row)
        (way[-1][1].below if way else roots).append(place)
        way.append((level, place))
    return roots


def _across(place: _Place, above: int | None, x: float, y: float, heights: Sequence[float]) -> list[Box]:
    """The subtree with its left edge at ``x``, its head over the middle of those right below it."""
    own = Box(place.row, above, x, y, heights[place.row])
    if not place.below:
        return [own]
    if len(place.below) > MOST_BESIDE and not any(each.below for each in place.below):
        return _listed(place, above, x, y, heights)
    found: list[Box] = []
    heads: list[Box] = []
    left, top = x, y + own.height + BELOW
    for each in place.below:
        part = _across(each, place.row, left, top, heights)
        found += part
        heads.append(part[0])
        left = _right(part) + BESIDE
    return [replace(own, x=(heads[0].x + heads[-1].x) / 2), *found]


def _listed(place: _Place, above: int | None, x: float, y: float, heights: Sequence[float]) -> list[Box]:
    """Everybody below, one under the other, a little to the right of whom they report to."""
    found = [Box(place.row, above, x, y, heights[place.row])]
    for each in place.below:
        top = max(box.y + box.height for box in found) + LISTED
        part = _listed(each, place.row, x + INDENT, top, heights)
        found += [replace(part[0], listed=True), *part[1:]]
    return found


def _right(boxes: Sequence[Box]) -> float:
    return max((each.x for each in boxes), default=0) + WIDTH
