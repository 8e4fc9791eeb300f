"""Levels on several axes round a centre. A table with the same figures belongs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, HEIGHT = 470, 424
CENTRE = (235.0, 196.0)
RADIUS = 128.0
HIGHEST = 5
MARK = 4.0
Series = tuple[str, str, Sequence[int | None]]
"""Kind (now, before, target), name, and the value on each axis; ``None`` where there is none."""


def radar(axes: Sequence[str], series: Sequence[Series], label: str) -> str:
    """Series differ by line and mark as well as by colour; the last one drawn lies on top."""
    rings = "".join(f'<path class="radar-ring" d="{_ring(len(axes), level)}"/>' for level in range(1, HIGHEST + 1))
    spokes = "".join(
        f'<path class="radar-ring" d="M{_at(0, 0, 1)}L{_at(place, HIGHEST, len(axes))}"/>' for place in range(len(axes))
    )
    scale = "".join(
        _word(CENTRE[0] + 4, CENTRE[1] - RADIUS * level / HIGHEST + 4, str(level), "start", "radar-scale")
        for level in range(1, HIGHEST + 1)
    )
    names = "".join(_name(axis, place, len(axes)) for place, axis in enumerate(axes))
    drawn = "".join(_series(each, axes) for each in series)
    spoken = "; ".join(f"{name}: {_spoken(axes, values)}" for _, name, values in series) or "nothing assessed yet"
    return picture("radar", WIDTH, HEIGHT, f"{label}. {spoken}", rings + spokes + scale + names + drawn + _key(series))


def _series(series: Series, axes: Sequence[str]) -> str:
    kind, name, values = series
    count = len(axes)
    known = [place for place, value in enumerate(values) if value is not None]
    lines = ""
    if len(known) == count:
        corners = "L".join(_at(place, value or 0, count) for place, value in enumerate(values))
        lines = f'<path class="radar-line" d="M{corners}Z"/>'
    marks = "".join(_mark(kind, *_point(place, values[place] or 0, count)) for place in known)
    titles = f"<title>{escape(f'{name}: {_spoken(axes, values)}')}</title>"
    return f'<g class="radar-{escape(kind)}">{titles}{lines}{marks}</g>'


def _mark(kind: str, x: float, y: float) -> str:
    if kind == "target":
        return f'<path class="radar-mark" d="M{number(x)} {number(y - MARK - 1)}l5 5-5 5-5-5z"/>'
    if kind == "before":
        left, top, side = number(x - MARK + 0.5), number(y - MARK + 0.5), number(2 * MARK - 1)
        return f'<rect class="radar-mark" x="{left}" y="{top}" width="{side}" height="{side}"/>'
    return f'<circle class="radar-mark" cx="{number(x)}" cy="{number(y)}" r="{number(MARK)}"/>'


def _key(series: Sequence[Series]) -> str:
    y, step = HEIGHT - 14, WIDTH / max(len(series), 1)
    drawn = ""
    for place, (kind, name, _) in enumerate(series):
        x = place * step + 8
        line = f'<path class="radar-line" d="M{number(x)} {y}h22"/>'
        drawn += f'<g class="radar-{escape(kind)}">{line}{_mark(kind, x + 11, y)}</g>'
        drawn += _word(x + 28, y + 4, name, "start")
    return drawn


def _name(axis: str, place: int, count: int) -> str:
    """In two lines where it has several words."""
    x, y = _point(place, HIGHEST + 0.55, count)
    y -= 10 if place == 0 else 0
    anchor = "middle" if abs(x - CENTRE[0]) < 20 else "start" if x > CENTRE[0] else "end"
    first, _, rest = axis.partition(" ")
    return _word(x, y - (4 if rest else -4), first, anchor) + (_word(x, y + 10, rest, anchor) if rest else "")


def _ring(count: int, level: int) -> str:
    return "M" + "L".join(_at(place, level, count) for place in range(count)) + "Z"


def _point(place: int, value: float, count: int) -> tuple[float, float]:
    """The first axis points up; the others follow clockwise."""
    angle = 2 * pi * place / max(count, 1)
    length = RADIUS * value / HIGHEST
    return CENTRE[0] + length * sin(angle), CENTRE[1] - length * cos(angle)


def _at(place: int, value: float, count: int) -> str:
    x, y = _point(place, value, count)
    return f"{number(x)} {number(y)}"


def _spoken(axes: Sequence[str], values: Sequence[int | None]) -> str:
    pairs = zip(axes, values, strict=True)
    return ", ".join(f"{axis} {'not known' if value is None else value}" for axis, value in pairs)


def _word(x: float, y: float, text: str, anchor: str = "middle", kind: str = "radar-word") -> str:
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'
