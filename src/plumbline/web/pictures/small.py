"""Pictures of the size of a word: sparkline, gauge against a limit, strip of statuses, bar of shares."""

from collections.abc import Mapping, Sequence

from plumbline.web.pictures.svg import number, picture

STATUSES = ("green", "amber", "red", "unknown")
HEIGHTS = {"green": 6, "amber": 11, "red": 16, "unknown": 3}


def sparkline(
    values: Sequence[float | None],
    label: str,
    limit: float | None = None,
    width: int = 96,
    height: int = 24,
    ends: Sequence[float] = (),
) -> str:
    """A line through figures in time order; None breaks it, the last figure has a dot, `limit` a dashed line.

    It fills the height, unless `ends` of a scale are to be in it.
    """
    known = [value for value in values if value is not None]
    if not known:
        return picture("sparkline", width, height, f"{label}: no figures yet", "")
    low, high = min([*known, *_given(limit), *ends]), max([*known, *_given(limit), *ends])
    step = (width - 8) / max(len(values) - 1, 1)

    def y(value: float) -> float:
        return height / 2 if high == low else height - 4 - (value - low) / (high - low) * (height - 8)

    points = [None if value is None else (4 + place * step, y(value)) for place, value in enumerate(values)]
    drawing = "" if limit is None else f'<path class="spark-limit" d="M0 {number(y(limit))}H{width}"/>'
    drawing += f'<path class="spark-line" d="{_path(points)}"/>'
    last = next(point for point in reversed(points) if point)
    drawing += f'<circle class="spark-last" cx="{number(last[0])}" cy="{number(last[1])}" r="2.5"/>'
    return picture("sparkline", width, height, f"{label}: from {known[0]:g} to {known[-1]:g}", drawing)


def gauge(value: float | None, limit: float, limit_kind: str = "at most", label: str = "", top: float = 0) -> str:
    """A scale from 0 to `top` (by default the next round figure), the value as a bar, the limit as a plumb mark."""
    top = top or _round_up(max(abs(value or 0), limit, 1e-9) * 1.15)
    width, left = 200, 6
    span = width - 2 * left
    limit_x = left + min(limit / top, 1) * span
    ticks = "".join(
        f'<path class="gauge-tick" d="M{number(left + span * tick / 10)} 15v{4 if tick % 5 else 6}"/>'
        for tick in range(11)
    )
    figures = [(float(left), "0"), (float(left + span), f"{top:g}")]
    if all(abs(limit_x - x) > 22 for x, _ in figures):
        figures.append((limit_x, f"{limit:g}"))
    words = "".join(f'<text class="gauge-figure" x="{number(x)}" y="32">{text}</text>' for x, text in figures)
    bar = "" if value is None else _gauge_bar(left, min(max(value, 0) / top, 1) * span)
    mark = f'<path class="gauge-limit" d="M{number(limit_x)} 1V15M{number(limit_x - 3.5)} 0h7l-3.5 5Z"/>'
    scale = f'<path class="gauge-scale" d="M{left} 15H{width - left}"/>{ticks}{words}'
    said = "not measured" if value is None else f"{value:g}"
    spoken = f"{label + ': ' if label else ''}{said}, limit {limit_kind} {limit:g}"
    return picture(f"gauge gauge-{_state(value, limit, limit_kind)}", width, 36, spoken, scale + bar + mark)


def _gauge_bar(left: float, length: float) -> str:
    return f'<rect class="gauge-bar" x="{left}" y="6" width="{number(length)}" height="7"/>'


def _state(value: float | None, limit: float, limit_kind: str) -> str:
    if value is None:
        return "unknown"
    return "kept" if (value <= limit if limit_kind == "at most" else value >= limit) else "broken"


def status_strip(statuses: Sequence[str], label: str, cell: int = 7) -> str:
    """One cell per assessment, oldest first; the worse the taller, so that it reads without colour."""
    cells = "".join(
        f'<rect class="cell-{status}" x="{place * cell}" y="{18 - HEIGHTS[status]}" width="{cell - 1.5}" '
        f'height="{HEIGHTS[status]}"/>'
        for place, status in enumerate(statuses)
    )
    words = f"{label}: {', '.join(statuses)}" if statuses else f"{label}: no assessments yet"
    return picture("status-strip", max(len(statuses) * cell, cell), 18, words, cells)


def share_bar(counts: Mapping[str, int], label: str, width: int = 160, height: int = 14) -> str:
    """Green, amber, red and unknown in proportion."""
    total = sum(counts.get(status, 0) for status in STATUSES)
    parts, x = [], 0.0
    for status in STATUSES:
        part = width * counts.get(status, 0) / total if total else 0
        if part:
            across = f'x="{number(x)}" width="{number(max(part - 1, 1))}"'
            parts.append(f'<rect class="cell-{status}" {across} y="0" height="{height}"/>')
        x += part
    said = ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts.get(status))
    return picture("share-bar", width, height, f"{label}: {said or 'none'}", "".join(parts))


def _path(points: Sequence[tuple[float, float] | None]) -> str:
    drawn, pen_down = [], False
    for point in points:
        if point:
            drawn.append(f"{'L' if pen_down else 'M'}{number(point[0])} {number(point[1])}")
        pen_down = point is not None
    return "".join(drawn)


def _given(limit: float | None) -> list[float]:
    return [] if limit is None else [limit]


def _round_up(value: float) -> float:
    """The next of 1, 2, 2.5, 5, 10 times a power of ten."""
    magnitude = 10.0 ** (len(str(int(value))) - 1) if value >= 1 else 1.0
    while magnitude > value:
        magnitude /= 10
    return next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= value)
