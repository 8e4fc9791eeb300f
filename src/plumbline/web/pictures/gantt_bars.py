"""The bars, diamonds and links of a Gantt chart."""

from collections.abc import Iterable, Sequence

from plumbline.web.pictures.gantt_row import GanttRow, share
from plumbline.web.pictures.svg import escape, percent
from plumbline.web.pictures.time_axis import Range

ROW = 28
LETTER = 0.013  # of the width of the narrowest chart
DIAMOND = '<path d="M0-7 7 0 0 7-7 0Z"/>'


def bars(rows: Sequence[GanttRow], span: Range) -> str:
    return "".join(_bar(row, place * ROW, span) for place, row in enumerate(rows))


def _bar(row: GanttRow, y: int, span: Range) -> str:
    baseline = _baseline(row, y, span)
    if row.start is None and row.finish is None:
        return baseline
    left = share(span, row.start or row.finish)
    right = max(share(span, row.finish or row.start, end=True), left)
    kind = f"gantt-{row.kind}{' critical' if row.critical and row.kind != 'summary' else ''}"
    if row.kind == "milestone":
        drawing = f'<svg x="{percent(left)}" y="{y + 12}" overflow="visible" class="{kind}">{DIAMOND}</svg>'
    elif row.kind == "summary":
        drawing = _summary(left, right, y, kind)
    else:
        drawing = _box(kind, left, right, y + 6, 12)
        if row.progress:
            drawing += _box(f"{kind} done", left, left + (right - left) * min(row.progress, 1), y + 9.5, 5)
    return baseline + drawing + _beside(row, left, right, y)


def _baseline(row: GanttRow, y: int, span: Range) -> str:
    if row.baseline_start is None or row.baseline_finish is None:
        return ""
    left, right = share(span, row.baseline_start), share(span, row.baseline_finish, end=True)
    if row.kind == "milestone":
        return f'<svg x="{percent(left)}" y="{y + 12}" overflow="visible" class="gantt-baseline hollow">{DIAMOND}</svg>'
    return _box("gantt-baseline", left, right, y + 20, 4)


def _summary(left: float, right: float, y: int, kind: str) -> str:
    ends = "".join(
        f'<svg x="{percent(x)}" y="{y + 8}" overflow="visible" class="{kind}"><path d="{path}"/></svg>'
        for x, path in ((left, "M0 0h6L0 9Z"), (right, "M0 0h-6L0 9Z"))
    )
    return _box(kind, left, right, y + 8, 4) + ends


def _box(kind: str, left: float, right: float, y: float, height: float) -> str:
    width = percent(max(right - left, 0.0008))
    return f'<rect class="{kind}" x="{percent(left)}" width="{width}" y="{y:g}" height="{height:g}"/>'


def _beside(row: GanttRow, left: float, right: float, y: int) -> str:
    """The name beside the bar, for narrow screens, where there is no room for a column of names.

    It stands after the bar or else before it, and over it where neither side has room for it.
    """
    needed = min(len(row.name) * LETTER, 0.4)
    if right + needed <= 1:
        x, dx, anchor = right, 10, "start"
    elif left >= needed:
        x, dx, anchor = left, -10, "end"
    else:
        x, dx, anchor = left, 8, "start"
    below = 8 if row.kind == "summary" and x == left and anchor == "start" else 0
    return (
        f'<text class="gantt-beside" x="{percent(x)}" dx="{dx}" y="{y + 16 + below}" text-anchor="{anchor}">'
        f"{escape(row.name)}</text>"
    )


def links_between(rows: Sequence[GanttRow], links: Iterable[tuple[int, int]], span: Range) -> str:
    drawn = []
    for before, after in links:
        if not (before < len(rows) and after < len(rows)):
            continue
        finish, start = rows[before].finish, rows[after].start
        if finish is None or start is None:
            continue
        x1, x2 = percent(share(span, finish, end=True)), percent(share(span, start))
        y1, y2 = before * ROW + 12, after * ROW + (6 if after > before else 18)
        drawn.append(
            f'<line class="gantt-link" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y1}"/>'
            f'<line class="gantt-link" x1="{x2}" x2="{x2}" y1="{y1}" y2="{y2}"/>'
        )
    return "".join(drawn)
