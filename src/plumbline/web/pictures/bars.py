"""Bars in rows: what is counted in each category, on top of each other or below each other."""

from collections.abc import Sequence
from typing import Protocol

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, NAMES, BAR, GAP, KEY = 640, 200, 16, 10, 22
LONGEST_NAME = 27


class Series(Protocol):
    """``colour`` is a status, or accent, soft, ink."""

    @property
    def name(self) -> str: ...
    @property
    def values(self) -> Sequence[float]: ...
    @property
    def colour(self) -> str: ...


def bars(categories: Sequence[str], series: Sequence[Series], label: str, stacked: bool = True) -> str:
    """``label`` says all of it in words. Every bar that has room carries its number."""
    sums = [sum(each.values[at] for each in series) for at in range(len(categories))]
    peaks = [value for each in series for value in each.values]
    most = max([*(sums if stacked else peaks), 1])
    height_of_one = BAR if stacked else BAR * len(series)
    drawing, y = [], 4.0
    for at, category in enumerate(categories):
        drawing.append(_name(category, y + height_of_one / 2 + 4))
        x = float(NAMES)
        for place, each in enumerate(series):
            length = each.values[at] / most * (WIDTH - NAMES - 4)
            top = y if stacked else y + place * BAR
            drawing.append(_bar(x, top, length, each, at, with_number=stacked))
            x += length if stacked else 0
        y += height_of_one + GAP
    drawing.append(_key(series, y + 6))
    y += KEY
    return picture("bars", WIDTH, int(y), label, "".join(drawing))


def _key(series: Sequence[Series], y: float) -> str:
    """Which bar is which, in the order of the bars."""
    x, drawn = float(NAMES), ""
    for each in series:
        drawn += f'<rect class="cell-{each.colour}" x="{number(x)}" y="{number(y)}" width="10" height="10"/>'
        drawn += f'<text class="bars-key" x="{number(x + 14)}" y="{number(y + 9)}">{escape(each.name)}</text>'
        x += 30 + 6.5 * len(each.name)
    return drawn


def _name(category: str, y: float) -> str:
    short = category if len(category) <= LONGEST_NAME else f"{category[: LONGEST_NAME - 1]}…"
    return f'<text class="bars-name" x="{NAMES - 8}" y="{number(y)}">{escape(short)}</text>'


def _bar(x: float, y: float, length: float, series: Series, at: int, *, with_number: bool) -> str:
    if not length:
        return ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(max(length - 1, 1))}" height="{BAR - 1}"'
    drawn = f'<rect class="cell-{series.colour}" {place}/>'
    shown = f"{series.values[at]:,.0f}"
    if with_number and length > 8 * len(shown) + 4:
        middle = f'x="{number(x + length / 2)}" y="{number(y + BAR - 4)}"'
        drawn += f'<text class="bars-number on-{series.colour}" {middle}>{shown}</text>'
    return drawn
