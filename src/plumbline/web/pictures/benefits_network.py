"""Enablers, business changes, benefits, objectives: four columns, and what leads to what.

Nodes are links to their pages. State is told by a letter in a shape of its own: D done in a square, L late in a
diamond, R at risk in a triangle, and a question mark where nobody owns it. A table beside it has the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from plumbline.web.pictures.svg import escape, number, picture

BOX, GAP, TALL, ROW = 190, 70, 58, 74
TOP, LETTERS, LINES = 30, 25, 2
COLUMNS = ("Enablers", "Business changes", "Benefits", "Objectives")
LETTER = {"done": "D", "late": "L", "at risk": "R"}
Place = tuple[float, float]


class Node(Protocol):
    """``state``: done, late, at risk or open. ``address`` empty: no link."""

    @property
    def key(self) -> str: ...
    @property
    def layer(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def address(self) -> str: ...


def benefits_network(nodes: Sequence[Node], links: Sequence[tuple[str, str]], label: str) -> str:
    columns = _ordered(nodes, links)
    places = {
        each.key: (layer * (BOX + GAP) + 1.0, TOP + row * ROW + 0.0)
        for layer, column in enumerate(columns)
        for row, each in enumerate(column)
    }
    width = 4 * BOX + 3 * GAP + 2 + 24
    height = TOP + max(len(each) for each in columns) * ROW
    heads = "".join(_word(layer * (BOX + GAP) + 1, 16, each, "network-head") for layer, each in enumerate(COLUMNS))
    drawn = "".join(_link(places[source], places[target]) for source, target in links)
    drawn += "".join(_node(each, places[each.key]) for each in nodes)
    spoken = f"{label}. {_spoken(nodes, links)}"
    return picture("benefits-network", width, height, spoken, heads + drawn, role="group")


def _ordered(nodes: Sequence[Node], links: Sequence[tuple[str, str]]) -> list[list[Node]]:
    """Each column by the middle of what leads to it, so that few lines cross."""
    before: dict[str, list[str]] = defaultdict(list)
    for source, target in links:
        before[target].append(source)
    row: dict[str, float] = {}
    columns = []
    for layer in range(len(COLUMNS)):
        column = [each for each in nodes if each.layer == layer]
        middles = {
            each.key: _middle([row[key] for key in before[each.key] if key in row], place)
            for place, each in enumerate(column)
        }
        column = [each for _, each in sorted(zip(middles.values(), column, strict=True), key=lambda pair: pair[0])]
        row |= {each.key: float(place) for place, each in enumerate(column)}
        columns.append(column)
    return columns


def _middle(rows: Sequence[float], otherwise: float) -> float:
    return sum(rows) / len(rows) if rows else otherwise


def _link(source: Place, target: Place) -> str:
    """From the right of one to the left of the other; within a column around its right side."""
    x, y = source[0] + BOX, source[1] + TALL / 2
    if source[0] == target[0]:
        way = f"M{number(x)} {number(y)}c26 0 26 {number(target[1] - source[1])} 3 {number(target[1] - source[1])}"
        return f'<path class="network-link" d="{way}"/>{_head(x + 2, target[1] + TALL / 2, -1)}'
    end, down, half = target[0], target[1] + TALL / 2, number((target[0] - x) / 2)
    way = f"M{number(x)} {number(y)}C{number(x + float(half))} {number(y)} {number(end - float(half))} {number(down)} "
    return f'<path class="network-link" d="{way}{number(end - 6)} {number(down)}"/>{_head(end, down, 1)}'


def _head(x: float, y: float, way: int) -> str:
    return f'<path class="network-arrow" d="M{number(x)} {number(y)}l{-7 * way}-4v8z"/>'


def _node(node: Node, place: Place) -> str:
    x, y = place
    kind = f"network-box network-{COLUMNS[node.layer].split()[-1].lower()} network-{node.state.replace(' ', '-')}"
    box = f'<rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{BOX}" height="{TALL}" rx="2"/>'
    words = _word(x + 9, y + 16, node.key if node.layer < 3 else "", "network-key")
    for line, text in enumerate(_wrapped(node.name)):
        words += _word(x + 9, y + (32 if node.layer < 3 else 26) + line * 14, text, "network-name")
    drawn = f"<title>{escape(_said(node))}</title>{box}{words}{_marks(node, x + BOX - 14, y + 12)}"
    return f'<a href="{escape(node.address)}">{drawn}</a>' if node.address else f"<g>{drawn}</g>"


def _marks(node: Node, x: float, y: float) -> str:
    shapes = {
        "done": f'<path class="network-mark network-good" d="M{number(x - 7)} {number(y - 7)}h14v14h-14z"/>',
        "late": f'<path class="network-mark network-bad" d="M{number(x)} {number(y - 9)}l9 9-9 9-9-9z"/>',
        "at risk": f'<path class="network-mark network-bad" d="M{number(x)} {number(y - 10)}l10 17h-20z"/>',
    }
    drawn = ""
    if node.state in shapes:
        drawn = shapes[node.state] + _word(x, y + 4, LETTER[node.state], "network-letter", "middle")
        x -= 24
    if node.layer in (1, 2) and not node.owner:
        ring = f'<circle class="network-mark" cx="{number(x)}" cy="{number(y)}" r="8"/>'
        drawn += ring + _word(x, y + 4, "?", "network-letter network-plain", "middle")
    return drawn


def _wrapped(text: str) -> list[str]:
    found = [""]
    for word in text.split():
        if found[-1] and len(found[-1]) + 1 + len(word) > LETTERS:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}".strip()
    lines = found if len(found) <= LINES else [*found[: LINES - 1], " ".join(found[LINES - 1 :])]
    return [each if len(each) <= LETTERS else each[: LETTERS - 1].rstrip() + "…" for each in lines]


def _word(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'


def _said(node: Node) -> str:
    owner = f", {node.owner}" if node.owner else ", nobody owns it" if node.layer in (1, 2) else ""
    state = "" if node.state == "open" else f", {node.state}"
    return f"{node.key if node.layer < 3 else 'Objective'} {node.name}{state}{owner}"


def _spoken(nodes: Sequence[Node], links: Sequence[tuple[str, str]]) -> str:
    counts = [f"{sum(each.layer == layer for each in nodes)} {name.lower()}" for layer, name in enumerate(COLUMNS)]
    return f"{', '.join(counts)} and {len(links)} links; the tables below say what leads to what"
