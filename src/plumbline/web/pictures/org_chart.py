"""An organisation chart: boxes under whom they report to. The table that belongs beside it has the same posts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from plumbline.web.pictures.org_layout import INDENT, WIDTH, Box, laid_out, size
from plumbline.web.pictures.svg import escape, number, picture

LINE = 15
PAD = 9
LETTERS = 22
LINES_OF_TITLE = 3
MOST_PEOPLE = 4
MARK = 18


class Row(Protocol):
    """``kind``: unit, above, office or post. ``vacant``: people missing; ``gaps``: competencies to learn."""

    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Sequence[str]: ...
    @property
    def vacant(self) -> float: ...
    @property
    def gaps(self) -> int: ...


def org_chart(rows: Sequence[Row], label: str, narrow: bool = False) -> str:
    """``rows`` from the top, those above first. A vacancy is a dashed box and V in a diamond, a gap G in a ring."""
    boxes = laid_out([each.level for each in rows], [_height(each) for each in rows], narrow)
    lines = "".join(_line(boxes[each.above], each) for each in boxes if each.above is not None)
    drawn = "".join(_box(rows[each.row], each) for each in boxes)
    spoken = "; ".join(_spoken(rows, each) for each in boxes) or "nobody yet"
    kind = "org-chart org-narrow" if narrow else "org-chart org-across"
    return picture(kind, *size(boxes), f"{label}. {spoken}", f'<path class="org-line" d="{lines}"/>{drawn}')


def org_chart_within(rows: Sequence[Row], label: str, widest: int) -> str:
    """Narrow where it would be wider than that."""
    levels, heights = [each.level for each in rows], [_height(each) for each in rows]
    return org_chart(rows, label, size(laid_out(levels, heights))[0] > widest)


def _line(above: Box, below: Box) -> str:
    """From the left of a list, or from the middle by way of a bar halfway down."""
    bottom = above.y + above.height
    if below.listed:
        return f"M{number(above.x + INDENT / 2)} {number(bottom)}V{number(below.y + 16)}H{number(below.x)}"
    start, bar = f"M{number(above.middle)} {number(bottom)}", number((bottom + below.y) / 2)
    return f"{start}V{bar}H{number(below.middle)}V{number(below.y)}"


def _box(row: Row, box: Box) -> str:
    empty = " org-vacant" if row.vacant and not row.lines else ""
    frame = (
        f'<rect class="org-box org-{escape(row.kind)}{empty}" x="{number(box.x)}" y="{number(box.y)}" '
        f'width="{WIDTH}" height="{number(box.height)}" rx="2"/>'
    )
    x, y = box.x + PAD, box.y + PAD + 11
    words = ""
    for text, kind in _words(row):
        words += f'<text class="{kind}" x="{number(x)}" y="{number(y)}">{escape(text)}</text>'
        y += LINE
    for letter, says in _marks(row):
        words += _mark(letter, x + 6, y - 4)
        words += f'<text class="org-word" x="{number(x + MARK)}" y="{number(y)}">{escape(says)}</text>'
        y += LINE
    return f"<g><title>{escape(_said(row))}</title>{frame}{words}</g>"


def _mark(letter: str, x: float, y: float) -> str:
    shapes = {
        "V": f'<path class="org-mark" d="M{number(x)} {number(y - 7)}l7 7-7 7-7-7z"/>',
        "G": f'<circle class="org-mark" cx="{number(x)}" cy="{number(y)}" r="6.5"/>',
    }
    place = f'x="{number(x)}" y="{number(y + 3)}" text-anchor="middle"'
    return f'{shapes[letter]}<text class="org-letter" {place}>{letter}</text>'


def _words(row: Row) -> list[tuple[str, str]]:
    """The lines of text in a box, each with how it looks."""
    more = len(row.lines) - MOST_PEOPLE
    people = list(row.lines) if more <= 0 else [*row.lines[: MOST_PEOPLE - 1], f"and {more + 1} more"]
    titles = _wrapped(row.title, LETTERS, LINES_OF_TITLE)
    return [(each, "org-title") for each in titles] + [(_short(each, LETTERS + 3), "org-word") for each in people]


def _marks(row: Row) -> list[tuple[str, str]]:
    found = [("V", "vacant" if not row.lines else f"{number(row.vacant)} vacant")] if row.vacant else []
    return found + ([("G", f"{row.gaps} to learn")] if row.gaps else [])


def _height(row: Row) -> float:
    return 2 * PAD + LINE * (len(_words(row)) + len(_marks(row)))


def _wrapped(text: str, width: int, most: int) -> list[str]:
    found = [""]
    for word in text.split():
        if found[-1] and len(found[-1]) + 1 + len(word) > width:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}".strip()
    if len(found) > most:
        found = [*found[: most - 1], " ".join(found[most - 1 :])]
    return [_short(each, width) for each in found]


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _spoken(rows: Sequence[Row], box: Box) -> str:
    above = f", under {rows[box.above].title}" if box.above is not None else ""
    return f"{_said(rows[box.row])}{above}"


def _said(row: Row) -> str:
    return ", ".join([row.title, *row.lines, *(says for _, says in _marks(row))])
