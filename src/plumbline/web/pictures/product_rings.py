"""The three levels of a product as rings: core benefit, actual product, augmentation. A table stands beside it.

What is offered lies at the rim; what is expected by now has moved in, to the edge of the actual product.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from plumbline.web.pictures.svg import escape, number

SIDE, HEIGHT = 440, 474
MIDDLE = SIDE / 2
CORE, ACTUAL, RIM = 94, 152, 216
OFFERED, EXPECTED = 193, 164
BEGIN, TURN = -pi / 2 + 0.62, 2 * pi - 1.24
"""Marks leave room at the top, where the ring says its name."""
MOST_MARKS, MOST_LINES, LINE_LENGTH, LINE_HEIGHT = 22, 5, 21, 19
SIZE = 13


@dataclass(frozen=True, slots=True)
class Mark:
    """One augmentation: ``level`` is offered or expected, ``url`` where its page is."""

    reference: str
    name: str
    level: str
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of the product: how many features and deliverables, and whether of quality and design."""

    core_benefit: str
    features: int
    deliverables: int
    quality: bool
    design: bool


def product_rings(name: str, said: Said, marks: Sequence[Mark]) -> str:
    """Marks differ in shape as well as in colour and place by level; each leads to its page."""
    expected = sum(each.level == "expected" for each in marks)
    label = (
        f"{name} in three levels. Core benefit: {said.core_benefit} Actual product: {said.features} features. "
        f"Augmentation: {len(marks)}, of which {expected} expected by now. The table has the same."
    )
    drawing = _rings() + _core(said.core_benefit) + _actual(said) + _marks(marks) + _key()
    return (
        f'<svg class="chart product-rings" viewBox="0 0 {SIDE} {HEIGHT}" width="{SIDE}" height="{HEIGHT}" role="group" '
        f'aria-label="{escape(label)}">{drawing}</svg>'
    )


def _rings() -> str:
    rings = (("augmentation", RIM), ("actual", ACTUAL), ("core", CORE))
    return "".join(f'<circle class="ring-{name}" cx="220" cy="220" r="{radius}"/>' for name, radius in rings)


def _core(benefit: str) -> str:
    lines = wrap(benefit, LINE_LENGTH)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: LINE_LENGTH - 1].rstrip() + "…"]
    first = MIDDLE + 8 - (len(lines) - 1) * LINE_HEIGHT / 2
    words = "".join(
        _word(MIDDLE, first + place * LINE_HEIGHT, line, "ring-core-word") for place, line in enumerate(lines)
    )
    return _word(MIDDLE, MIDDLE - 64, "Core benefit", "ring-name") + f"<g><title>{escape(benefit)}</title>{words}</g>"


def _actual(said: Said) -> str:
    middle = (CORE + ACTUAL) / 2
    counts = _counted(said.features, "feature"), _counted(said.deliverables, "deliverable")
    sides = ((MIDDLE - middle, "Quality", said.quality), (MIDDLE + middle, "Design", said.design))
    return (
        _word(MIDDLE, MIDDLE - middle + 4, "Actual product", "ring-name")
        + "".join(_word(MIDDLE, MIDDLE + middle - 3 + 17 * place, words) for place, words in enumerate(counts))
        + "".join(
            _word(x, MIDDLE - 3, name) + _word(x, MIDDLE + 14, "said" if is_said else "not yet", "ring-soft")
            for x, name, is_said in sides
        )
    )


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _marks(marks: Sequence[Mark]) -> str:
    shown = list(marks if len(marks) <= MOST_MARKS else marks[: MOST_MARKS - 1])
    drawn = "".join(_mark(each, *_place(place, len(shown), each.level)) for place, each in enumerate(shown))
    if len(shown) < len(marks):
        drawn += _word(MIDDLE + 52, MIDDLE - OFFERED + 10, f"+{len(marks) - len(shown)}", "ring-soft")
    return _word(MIDDLE, MIDDLE - OFFERED + 6, "Augmentation", "ring-name") + drawn


def _place(place: int, count: int, level: str) -> tuple[float, float]:
    """Evenly around, from the right of the name to its left."""
    angle = BEGIN + TURN * (place + 0.5) / count
    radius = EXPECTED if level == "expected" else OFFERED
    return MIDDLE + radius * cos(angle), MIDDLE + radius * sin(angle)


def _mark(mark: Mark, x: float, y: float) -> str:
    title = escape(f"{mark.reference} {mark.name}, {mark.level}")
    figure = _word(x, y + 5, mark.reference.partition("-")[2], f"ring-figure-{mark.level}")
    inside = f"<title>{title}</title>{_shape(mark.level, x, y)}{figure}"
    return f'<a href="{escape(mark.url)}" aria-label="{title}">{inside}</a>'


def _shape(level: str, x: float, y: float) -> str:
    if level == "expected":
        corner = f'x="{number(x - SIZE)}" y="{number(y - SIZE)}"'
        return f'<rect class="ring-expected" {corner} width="{2 * SIZE}" height="{2 * SIZE}" rx="3"/>'
    return f'<circle class="ring-offered" cx="{number(x)}" cy="{number(y)}" r="{SIZE}"/>'


def _key() -> str:
    y = HEIGHT - 15
    return (
        _shape("offered", 90, y)
        + _word(110, y + 5, "offered", "ring-word", "start")
        + _shape("expected", 215, y)
        + _word(235, y + 5, "expected by now", "ring-word", "start")
    )


def _word(x: float, y: float, text: str, kind: str = "ring-word", anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'
