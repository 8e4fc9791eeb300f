"""The grid of power and interest. Each mark has the number of a line in the table that belongs beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, HEIGHT = 420, 452
LEFT, TOP, CELL = 32, 8, 76
SIDE = 5 * CELL
HIGH = LEFT + 3 * CELL
IN_A_CELL = 6
SIZE = 5.5
Point = tuple[str, str, int, int, str]
"""Reference, name, power, interest (1 to 5), engagement."""

QUADRANTS = (
    ("Keep satisfied", LEFT, TOP),
    ("Manage closely", HIGH, TOP),
    ("Monitor", LEFT, TOP + 2 * CELL),
    ("Keep informed", HIGH, TOP + 2 * CELL),
)
ENGAGEMENTS = ("resistant", "unaware", "neutral", "supportive", "leading")


def power_interest(points: Sequence[Point]) -> str:
    """Marks differ in shape as well as in colour by how somebody stands."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for each in points:
        cells[each[3], each[2]].append(each)
    marks = "".join(_cell(interest, power, inside) for (interest, power), inside in sorted(cells.items()))
    label = f"Power and interest of {len(points)} stakeholders; the table has the same figures"
    return picture("stake-grid", WIDTH, HEIGHT, label, _ground() + marks + _key())


def _ground() -> str:
    close = f'<rect class="stake-close" x="{HIGH}" y="{TOP}" width="{2 * CELL}" height="{2 * CELL}"/>'
    lines = "".join(
        f'<path class="stake-line" d="M{LEFT + step * CELL} {TOP}v{SIDE}M{LEFT} {TOP + step * CELL}h{SIDE}"/>'
        for step in range(6)
    )
    cross = f'<path class="stake-cross" d="M{HIGH} {TOP}v{SIDE}M{LEFT} {TOP + 2 * CELL}h{SIDE}"/>'
    names = "".join(_word(x + 5, y + 13, name, "start", "stake-quadrant") for name, x, y in QUADRANTS)
    middle = TOP + SIDE / 2
    scale = "".join(
        _word(LEFT + (step - 0.5) * CELL, TOP + SIDE + 14, str(step))
        + _word(LEFT - 9, TOP + SIDE - (step - 0.5) * CELL + 4, str(step))
        for step in range(1, 6)
    )
    up = f'<text class="stake-word" transform="translate(9 {middle}) rotate(-90)" text-anchor="middle">Power</text>'
    return close + lines + cross + names + scale + up + _word(LEFT + SIDE / 2, TOP + SIDE + 29, "Interest")


def _cell(interest: int, power: int, inside: list[Point]) -> str:
    """Two columns of three; where there are more, the last place says how many."""
    left, top = LEFT + (interest - 1) * CELL, TOP + (5 - power) * CELL
    shown = inside if len(inside) <= IN_A_CELL else inside[: IN_A_CELL - 1]
    drawn = ""
    for place, (reference, name, _, _, engagement) in enumerate(shown):
        x, y = left + 12 + place % 2 * 36, top + 26 + place // 2 * 19
        title = f"<title>{escape(f'{reference} {name}: power {power}, interest {interest}, {engagement}')}</title>"
        figure = _word(x + 8, y + 4, reference.partition("-")[2], "start", "stake-number")
        drawn += f"<g>{title}{_mark(engagement, x, y)}{figure}</g>"
    if len(shown) < len(inside):
        drawn += _word(left + 48, top + 68, f"+{len(inside) - len(shown)}", "start", "stake-number")
    return drawn


def _key() -> str:
    y = HEIGHT - 12
    return "".join(
        _mark(each, LEFT + place * CELL, y) + _word(LEFT + place * CELL + 9, y + 4, each, "start")
        for place, each in enumerate(ENGAGEMENTS)
    )


def _mark(engagement: str, x: float, y: float) -> str:
    kind = f'class="stake-mark stake-{engagement}"'
    size = SIZE
    if engagement == "resistant":
        return f'<rect {kind} x="{number(x - size)}" y="{number(y - size)}" width="{2 * size}" height="{2 * size}"/>'
    if engagement == "leading":
        side = number(size + 1.5)
        return f'<path {kind} d="M{number(x)} {number(y - size - 1.5)}l{side} {side}-{side} {side}-{side}-{side}z"/>'
    return f'<circle {kind} cx="{number(x)}" cy="{number(y)}" r="{size}"/>'


def _word(x: float, y: float, text: str, anchor: str = "middle", kind: str = "stake-word") -> str:
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'
