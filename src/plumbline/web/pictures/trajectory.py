"""What was planned of a benefit as a line in time, and what was measured as marks. Its table has the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 18, 40
Mark = tuple[date, float]


def trajectory(planned: Sequence[Mark], measured: Sequence[Mark], today: date, unit: str) -> str:
    """``planned`` are the points of the way, at least two; ``measured`` by day."""
    days = [each[0].toordinal() for each in (*planned, *measured)] + [today.toordinal()]
    levels = [each[1] for each in (*planned, *measured)]
    first, last, low, high = min(days), max(days), min(levels), max(levels)
    room = (high - low) * 0.08 or 1

    def place(mark: Mark) -> tuple[float, float]:
        across = (mark[0].toordinal() - first) / ((last - first) or 1)
        up = (mark[1] - low + room) / (high - low + 2 * room)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    begin, end = planned[0], planned[-1]
    drawn = _frame() + _today(place((today, low))[0]) + _line([place(each) for each in planned], "benefit-planned")
    drawn += _line([place(each) for each in measured], "benefit-measured")
    drawn += "".join(_measured(each, place(each), unit) for each in measured)
    drawn += _level(place(begin)[1], begin[1]) + _level(place(end)[1], end[1])
    if abs(place(begin)[1] - place(end)[1]) < 14:
        drawn = drawn.removesuffix(_level(place(end)[1], end[1]))
    drawn += _day(place(begin)[0], begin[0], "start") + _day(place(end)[0], end[0], "end")
    return picture("benefit-way", WIDTH, HEIGHT, _spoken(planned, measured, unit), drawn)


def _frame() -> str:
    base = HEIGHT - BOTTOM
    return f'<path class="benefit-axis" d="M{LEFT} {TOP}V{base}H{WIDTH - RIGHT}"/>'


def _today(x: float) -> str:
    line = f'<path class="benefit-today" d="M{number(x)} {TOP}V{HEIGHT - BOTTOM}"/>'
    anchor = "end" if x > WIDTH / 2 else "start"
    aside = -4 if anchor == "end" else 4
    return line + _word(x + aside, TOP - 6, "today", anchor)


def _line(places: Sequence[tuple[float, float]], kind: str) -> str:
    if len(places) < 2:
        return ""
    way = "L".join(f"{number(x)} {number(y)}" for x, y in places)
    return f'<path class="{kind}" d="M{way}"/>'


def _measured(mark: Mark, place: tuple[float, float], unit: str) -> str:
    x, y = place
    title = f"<title>{escape(f'{mark[0]:%Y-%m-%d}: {number(mark[1])} {unit}')}</title>"
    return f'<g>{title}<path class="benefit-mark" d="M{number(x)} {number(y - 5)}l5 5-5 5-5-5z"/></g>'


def _level(y: float, level: float) -> str:
    return _word(LEFT - 6, y + 4, f"{level:,.4f}".rstrip("0").rstrip("."), "end")


def _day(x: float, day: date, anchor: str) -> str:
    return _word(x, HEIGHT - BOTTOM + 16, f"{day:%Y-%m-%d}", anchor)


def _word(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="benefit-word" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'


def _spoken(planned: Sequence[Mark], measured: Sequence[Mark], unit: str) -> str:
    begin, end = planned[0], planned[-1]
    said = f"Planned from {number(begin[1])} to {number(end[1])} {unit} by {end[0]:%Y-%m-%d}"
    if not measured:
        return f"{said}; not measured yet"
    last = measured[-1]
    return f"{said}; last measured {number(last[1])} on {last[0]:%Y-%m-%d}. The table has the same figures"
