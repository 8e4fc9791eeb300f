"""What changed from year to year: shares as bars beside each other, one figure as a line. Tables stand behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, NAMES, BAR, STEP = 720, 64, 26, 36
NARROWEST_WITH_WORDS = 44
HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 180, 76, 24, 14, 24
Value = date | Decimal | float | None


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    colour: str
    count: int


def stacked_bars(bars: Sequence[tuple[str, Sequence[Part]]], label: str) -> str:
    """One bar for each name, its parts in proportion and in order, with the first letters of each and its count."""
    rows = [_bar(place, name, parts) for place, (name, parts) in enumerate(bars)]
    said = "; ".join(f"{name}: " + ", ".join(f"{each.count} {each.name}" for each in parts) for name, parts in bars)
    return picture("stacked-bars", WIDTH, max(len(bars) * STEP, STEP), f"{label}. {said}", "".join(rows))


def _bar(place: int, name: str, parts: Sequence[Part]) -> str:
    total = sum(each.count for each in parts) or 1
    y = place * STEP + (STEP - BAR) / 2
    drawn = [f'<text class="trend-name" x="0" y="{number(y + 18)}">{escape(name)}</text>']
    x = float(NAMES)
    for each in parts:
        width = (WIDTH - NAMES) * each.count / total
        box = f'x="{number(x)}" y="{number(y)}" width="{number(max(width - 1.5, 1))}" height="{BAR}"'
        between = f" trend-between trend-to-{short(each.name)[-1:].lower()}" if "/" in each.name else ""
        drawn.append(f'<rect class="cell-{each.colour or "unknown"}{between}" {box}>')
        drawn.append(f"<title>{escape(each.name)}: {each.count}</title></rect>")
        if width >= NARROWEST_WITH_WORDS:
            words = f"{short(each.name)} {each.count}"
            place_x = number(x + width / 2)
            drawn.append(
                f'<text class="trend-part on-{each.colour or "unknown"}{between}" x="{place_x}" y="{number(y + 18)}">'
                f"{escape(words)}</text>"
            )
        x += width
    return "".join(drawn)


def short(name: str) -> str:
    """Amber/Red is A/R."""
    return "/".join(word.strip()[:1].upper() for word in name.split("/"))


def period_line(points: Sequence[tuple[str, Value]], label: str) -> str:
    """A figure or a day for each period; where one is missing the line breaks."""
    known = [_height(value) for _, value in points if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    step = (WIDTH - LEFT - RIGHT) / max(len(points) - 1, 1)
    places = [
        None if value is None else (LEFT + place * step, TOP + (high - _height(value)) / span * (HEIGHT - TOP - BOTTOM))
        for place, (_, value) in enumerate(points)
    ]
    path, pen_down = "", False
    for point in places:
        if point:
            path += f"{'L' if pen_down else 'M'}{number(point[0])} {number(point[1])}"
        pen_down = point is not None
    values = [value for _, value in points if value is not None]
    drawn = [
        f'<path class="trend-axis" d="M{LEFT - 8} {TOP}V{HEIGHT - BOTTOM}H{WIDTH}"/>',
        f'<path class="trend-line" d="{path}"/>',
        *(
            f'<circle class="trend-dot" cx="{number(point[0])}" cy="{number(point[1])}" r="4">'
            f"<title>{escape(name)}: {escape(words(value))}</title></circle>"
            for point, (name, value) in zip(places, points, strict=True)
            if point and value is not None
        ),
        *_axis_words(points, step, min(values, key=_height), max(values, key=_height)),
    ]
    said = f"{label}: from {words(values[0])} to {words(values[-1])}"
    return picture("period-line", WIDTH, HEIGHT, said, "".join(drawn))


def _axis_words(points: Sequence[tuple[str, Value]], step: float, low: Value, high: Value) -> list[str]:
    every = max(1, round(len(points) / 8))
    across = [
        f'<text class="trend-word" x="{number(LEFT + place * step)}" y="{HEIGHT - 6}">{escape(name)}</text>'
        for place, (name, _) in enumerate(points)
        if place % every == 0
    ]
    up = [(high, TOP + 4), *([(low, HEIGHT - BOTTOM)] if _height(low) != _height(high) else [])]
    return across + [
        f'<text class="trend-word trend-end" x="{LEFT - 14}" y="{y}">{escape(words(value))}</text>' for value, y in up
    ]


def words(value: Value) -> str:
    """Days as month and year, amounts in the largest unit that fits."""
    if isinstance(value, date):
        return f"{value:%b %Y}"
    amount = float(value or 0)
    for factor, unit in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(amount) >= factor:
            return f"{amount / factor:,.4g} {unit}"
    return f"{amount:,.4g}"


def _height(value: Value) -> float:
    return float(value.toordinal()) if isinstance(value, date) else float(value or 0)
