"""A waterfall: how the parts of a change carry a figure from where it was to where it is, step by step.

A step to the later is a bar with a point to the right, one to the earlier points to the left; each has the letter of
its line in the table behind the picture, and its signed figure. So it reads without colour.
"""

from collections.abc import Sequence
from typing import Protocol

from plumbline.web.pictures.svg import escape, number, picture

WIDTH = 320
ROW = 24
LEFT, RIGHT = 30, 56
POINT = 5


class Step(Protocol):
    @property
    def letter(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def days(self) -> float: ...
    @property
    def shown(self) -> str: ...


def waterfall(steps: Sequence[Step], total: Step, label: str) -> str:
    """One row per step from top to bottom and the total below; to the right is later."""
    levels = [0.0]
    for step in steps:
        levels.append(levels[-1] + step.days)
    low, high = min(0.0, *levels, total.days), max(0.0, *levels, total.days)
    scale = (WIDTH - LEFT - RIGHT) / ((high - low) or 1)

    def x(level: float) -> float:
        return LEFT + (level - low) * scale

    rows = [
        _row(place, step, "later" if step.days > 0 else "earlier", x(levels[place]), x(levels[place] + step.days))
        for place, step in enumerate(steps)
    ]
    joins = "".join(
        f'<path class="fall-join" d="M{number(x(level))} {place * ROW + 19}v{ROW - 14}"/>'
        for place, level in enumerate(levels[1:])
    )
    height = (len(steps) + 1) * ROW
    zero = f'<path class="fall-zero" d="M{number(x(0))} 0V{height}"/>'
    end = _row(len(steps), total, "total", x(0), x(total.days))
    said = "; ".join(f"{step.name} {step.shown}" for step in [*steps, total])
    return picture("waterfall", WIDTH, height, f"{label}: {said}", zero + joins + "".join(rows) + end)


def _row(place: int, step: Step, kind: str, start: float, end: float) -> str:
    top, middle = place * ROW + 5, place * ROW + 16
    left, right = min(start, end), max(max(start, end), min(start, end) + 1.5)
    return (
        f'<g class="fall-{kind}"><text class="fall-letter" x="4" y="{middle}">{escape(step.letter or "=")}</text>'
        f'<path class="fall-bar" d="{_bar(kind, left, right, top)}"/>'
        f'<text class="fall-figure" x="{number(right + 6)}" y="{middle}">{escape(step.shown)}</text></g>'
    )


def _bar(kind: str, left: float, right: float, top: int) -> str:
    """A bar of 14 by its span, with a point where it leads; too short for one, it is nothing but the point."""
    middle, bottom = top + 7, top + 14
    point = min(POINT, right - left)
    a, b = number(left), number(right)
    if kind == "later":
        return f"M{a} {top}H{number(right - point)}L{b} {middle}L{number(right - point)} {bottom}H{a}Z"
    if kind == "earlier":
        return f"M{b} {top}H{number(left + point)}L{a} {middle}L{number(left + point)} {bottom}H{b}Z"
    return f"M{a} {top}H{b}V{bottom}H{a}Z"
