"""Pictures of reports beside evidence: period by period, as a share of many, and month by month."""

from collections.abc import Mapping, Sequence

from plumbline.web.pictures.svg import escape, number, picture

STEP, MARK = 18, 14
WORDS = 62
LEFT, RIGHT, TOP, BOTTOM = 40, 44, 12, 26
_BARS = {-2: (14, 10), -1: (14, 6), 0: (11, 3), 1: (7, 7), 2: (2, 12), None: (11, 3)}
"""From the top and how tall: better than the evidence stands up, worse hangs down, the same is a line."""
_BAR_WORDS = {
    2: "two steps better than the evidence",
    1: "one step better",
    0: "the same",
    -1: "one step worse",
    -2: "two steps worse",
    None: "evidence unknown",
}


def divergence_strip(reported: Sequence[str], evidence: Sequence[str], label: str) -> str:
    """Two rows of marks, oldest first; a frame around the periods where green was said and red was found."""
    drawing = _word(0, 11, "Reported") + _word(0, 11 + STEP, "Evidence")
    for place, (said, seen) in enumerate(zip(reported, evidence, strict=True)):
        x = WORDS + place * STEP
        drawing += _mark(x, 0, said) + _mark(x, STEP, seen)
        if (said, seen) == ("green", "red"):
            drawing += f'<rect class="parting-frame" x="{x - 2}" y="-2" width="{MARK + 4}" height="{MARK + STEP + 4}"/>'
    pairs = ", ".join(f"{said} beside {seen}" for said, seen in zip(reported, evidence, strict=True))
    said = f"{label}, reported beside evidence: {pairs or 'nothing reported yet'}"
    return picture("parting-strip", WORDS + max(len(reported), 1) * STEP, MARK + STEP, said, drawing)


def divergence_bar(counts: Mapping[int | None, int], label: str, width: int = 84) -> str:
    """How many are how far from the evidence, in proportion, from pessimism on the left to watermelons."""
    total = sum(counts.values())
    parts, x = '<path class="parting-line" d="M0 14H84"/>', 0.0
    for steps in (-2, -1, 0, None, 1, 2):
        part = width * counts.get(steps, 0) / total if total else 0
        if part:
            y, height = _BARS[steps]
            kind = {None: "unknown", 0: "same"}.get(steps, "worse" if (steps or 0) < 0 else f"better-{steps}")
            parts += (
                f'<rect class="parting-{kind}" x="{number(x)}" y="{y}" width="{number(max(part - 1, 1))}" '
                f'height="{height}"/>'
            )
        x += part
    said = ", ".join(f"{counts[steps]} {words}" for steps, words in _BAR_WORDS.items() if counts.get(steps))
    return picture("parting-bar", width, 26, f"{label}: {said or 'nothing reported'}", parts)


def divergence_lines(
    names: Sequence[str], means: Sequence[float | None], rates: Sequence[float | None], label: str
) -> str:
    """Mean divergence as a full line against the scale on the left, the watermelon rate as a dashed one, right."""
    width, height = 640, 220
    low, high = _round(min([0.0, *_known(means)])), max(_round(max([0.0, *_known(means)])), 0.5)
    top = max(20.0, 20.0 * -(-max([0.0, *_known(rates)]) // 20))
    span = height - TOP - BOTTOM

    def x(place: int) -> float:
        return LEFT + place / max(len(names) - 1, 1) * (width - LEFT - RIGHT)

    def left(value: float) -> float:
        return TOP + (high - value) / (high - low) * span

    def right(value: float) -> float:
        return TOP + (top - value) / top * (left(0) - TOP)

    drawing = "".join(
        f'<path class="parting-grid" d="M{LEFT} {number(left(value))}H{width - RIGHT}"/>'
        + _word(LEFT - 6, left(value) + 4, f"{value:+g}" if value else "0", "end")
        for value in {low, 0.0, high / 2, high}
    )
    drawing += "".join(_word(width - RIGHT + 6, right(value) + 4, f"{value:g} %") for value in (0.0, top / 2, top))
    drawing += "".join(_word(x(place), height - 6, name, "middle") for place, name in enumerate(names) if name)
    drawing += _line("mean", [None if each is None else (x(at), left(each)) for at, each in enumerate(means)])
    drawing += _line("rate", [None if each is None else (x(at), right(each)) for at, each in enumerate(rates)])
    return picture("parting-lines", width, height, label, drawing)


def _line(kind: str, points: Sequence[tuple[float, float] | None]) -> str:
    path, pen_down = "", False
    for point in points:
        if point:
            path += f"{'L' if pen_down else 'M'}{number(point[0])} {number(point[1])}"
        pen_down = point is not None
    dots = "".join(
        f'<circle class="parting-dot parting-{kind}" cx="{number(point[0])}" cy="{number(point[1])}" r="3"/>'
        if kind == "mean"
        else f'<rect class="parting-dot parting-{kind}" x="{number(point[0] - 3)}" y="{number(point[1] - 3)}" '
        f'width="6" height="6"/>'
        for point in points
        if point
    )
    return f'<path class="parting-path parting-{kind}" d="{path}"/>{dots}'


def _mark(x: float, y: float, status: str) -> str:
    place = f'x="{x}" y="{y}" width="{MARK}" height="{MARK}"'
    return f'<g class="status-{status}"><use href="#mark-{status}" {place}/></g>'


def _word(x: float, y: float, text: str, anchor: str = "start") -> str:
    place = f'x="{number(x)}" y="{number(y)}" text-anchor="{anchor}"'
    return f'<text class="parting-word" {place}>{escape(text)}</text>'


def _known(values: Sequence[float | None]) -> list[float]:
    return [each for each in values if each is not None]


def _round(value: float) -> float:
    """Away from nought to the next half."""
    return (-(-value * 2 // 1) if value > 0 else value * 2 // 1) / 2
