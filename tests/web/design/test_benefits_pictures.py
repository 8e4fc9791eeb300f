"""The way of a benefit and the network: where things stand, shapes beside colours, links to follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from plumbline.web.pictures.benefits_network import BOX, GAP, benefits_network
from plumbline.web.pictures.trajectory import trajectory

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Node:
    key: str
    layer: int
    name: str = "Shorter waits"
    state: str = "open"
    owner: str = "Ada"
    address: str = "/there/"


def parsed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def letters(picture: ElementTree.Element) -> list[str | None]:
    return [each.text for each in picture.iter(f"{SVG}text") if "network-letter" in each.get("class", "")]


def test_each_kind_has_its_column_and_each_node_is_a_link() -> None:
    nodes = [Node("E-1", 0), Node("C-1", 1), Node("B-1", 2), Node("O-1", 3)]
    picture = parsed(benefits_network(nodes, [("E-1", "C-1"), ("C-1", "B-1"), ("B-1", "O-1")], "Network"))
    boxes = list(picture.iter(f"{SVG}rect"))
    assert [float(each.get("x", 0)) for each in boxes] == [layer * (BOX + GAP) + 1 for layer in range(4)]
    assert [each.get("href") for each in picture.iter(f"{SVG}a")] == ["/there/"] * 4
    assert "1 enablers, 1 business changes, 1 benefits, 1 objectives and 3 links" in picture.get("aria-label", "")


def test_state_has_a_letter_and_a_shape_of_its_own() -> None:
    nodes = [
        Node("C-1", 1, state="done"), Node("C-2", 1, state="late"), Node("B-1", 2, state="at risk"),
        Node("B-2", 2, owner=""),
    ]  # fmt: skip
    drawn = benefits_network(nodes, [], "Network")
    assert letters(parsed(drawn)) == ["D", "L", "R", "?"]
    shapes = {each.get("d", "").split("l" if "l" in each.get("d", "") else "h", 1)[1]
              for each in parsed(drawn).iter(f"{SVG}path") if "network-mark" in each.get("class", "")}  # fmt: skip
    assert len(shapes) == 3


def test_what_leads_to_one_another_stands_side_by_side() -> None:
    """The second change leads to the first benefit: so the benefits change places."""
    nodes = [Node("C-1", 1), Node("C-2", 1), Node("B-1", 2, name="first"), Node("B-2", 2, name="second")]
    picture = parsed(benefits_network(nodes, [("C-1", "B-2"), ("C-2", "B-1")], "Network"))
    heights = {
        title.text: float(rect.get("y", 0))
        for each in picture.iter(f"{SVG}a")
        if (title := each.find(f"{SVG}title")) is not None and (rect := each.find(f"{SVG}rect")) is not None
    }
    assert heights["B-2 second, Ada"] < heights["B-1 first, Ada"]


def test_names_are_escaped() -> None:
    picture = parsed(benefits_network([Node("B-1", 2, name="<b>&")], [], "Network"))
    assert "B-1 <b>&, Ada" in [each.text for each in picture.iter(f"{SVG}title")]


def test_the_way_falls_where_less_is_wanted() -> None:
    planned = [(date(2026, 1, 1), 10.0), (date(2026, 12, 31), 6.0)]
    picture = parsed(trajectory(planned, [(date(2026, 7, 2), 8.5)], date(2026, 7, 20), "min"))
    way = next(each for each in picture.iter(f"{SVG}path") if each.get("class") == "benefit-planned")
    first, last = (each.split() for each in way.get("d", "")[1:].split("L"))
    assert float(first[0]) < float(last[0])
    assert float(first[1]) < float(last[1])
    assert [each.text for each in picture.iter(f"{SVG}title")] == ["2026-07-02: 8.5 min"]
    assert picture.get("aria-label", "").startswith("Planned from 10 to 6 min by 2026-12-31; last measured 8.5")


def test_nothing_measured_is_said() -> None:
    planned = [(date(2026, 1, 1), 0.0), (date(2026, 12, 31), 5.0)]
    assert "not measured yet" in trajectory(planned, [], date(2026, 1, 2), "")
