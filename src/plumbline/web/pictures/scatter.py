"""Cases as points: what goes with what, seen at a glance. A table with the same figures belongs beside it."""

from collections.abc import Sequence

from plumbline.web.pictures.svg import escape, number, picture

LEFT, BOTTOM, EDGE = 44, 30, 10
Point = tuple[str, float, float]


def scatter(points: Sequence[Point], across: str, up: str, width: int = 420, height: int = 260) -> str:
    """Each point has a name, a place from 0 to 100 across, and a place up in a unit of its own."""
    if not points:
        return picture("scatter", width, height, f"{up} by {across}: no cases yet", "")
    values = [each[2] for each in points]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0

    def x(value: float) -> float:
        return LEFT + value / 100 * (width - LEFT - EDGE)

    def y(value: float) -> float:
        return EDGE + (high - value) / span * (height - BOTTOM - EDGE)

    zero = f'<path class="scatter-axis" d="M{LEFT} {number(y(0))}H{width - EDGE}"/>'
    frame = f'<path class="scatter-axis" d="M{LEFT} {EDGE}V{height - BOTTOM}H{width - EDGE}"/>'
    dots = "".join(
        f'<circle class="scatter-dot" cx="{number(x(place))}" cy="{number(y(value))}" r="4">'
        f"<title>{escape(name)}: {place:.0f}, {value:g}</title></circle>"
        for name, place, value in points
    )
    words = [
        _word(LEFT, height - BOTTOM + 14, "0"),
        _word(width - EDGE, height - BOTTOM + 14, "100"),
        _word((LEFT + width) / 2, height - 3, across),
        _word(LEFT - 6, y(high) + 4, f"{high:g}", "end"),
        _word(LEFT - 6, y(low) + 4, f"{low:g}", "end"),
    ]
    label = f"{up} by {across}: {len(points)} cases, from {min(values):g} to {max(values):g}"
    return picture("scatter", width, height, label, frame + zero + dots + "".join(words))


def _word(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text class="scatter-word" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'
